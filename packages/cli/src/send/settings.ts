import { CliError } from '../exit.ts';

const pair = /^(?<group>\w+)\.(?<name>\w+)=(?<value>.*)$/s;

/**
 * What is given as `signature.header=X-Signature`, as a change of a simulated platform's settings. The platform itself
 * says which there are.
 *
 * @throws CliError for what is not written like that
 */
export function settingsPatch(given: readonly string[]): Record<string, Record<string, unknown>> {
  const patch: Record<string, Record<string, unknown>> = {};
  for (const text of given) {
    const { group, name, value } = pair.exec(text)?.groups ?? {};
    if (group === undefined || name === undefined || value === undefined) {
      throw new CliError(
        'A setting cannot be read.',
        'Write --set group.name=value, such as signature.encoding=base64.',
      );
    }
    patch[group] = { ...patch[group], [name]: readValue(value) };
  }
  return patch;
}

/** Numbers, lists and the like are JSON; everything else is text. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
