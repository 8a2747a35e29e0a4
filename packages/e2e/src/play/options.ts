/** Where VS Code's launch configuration "n8n with the nodes" looks for a process to debug. */
export const INSPECTOR_PORT = 9229;

export interface PlayOptions {
  /** Where Node's inspector is to listen, so that the nodes can be debugged. */
  inspectorPort?: number;
}

/** Reads what follows `npm run n8n --`. */
export function readPlayOptions(words: readonly string[]): PlayOptions {
  const options: PlayOptions = {};
  for (const word of words) {
    const [inspect, port = String(INSPECTOR_PORT)] = /^--inspect(?:=(\d{1,5}))?$/.exec(word) ?? [];
    if (inspect === undefined || Number(port) > 65_535) {
      throw new Error(`There is no option ${word}. Usage: npm run n8n [-- --inspect[=port]]`);
    }
    options.inspectorPort = Number(port);
  }
  return options;
}
