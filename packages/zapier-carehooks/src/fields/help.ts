import type { Platform, Setting } from '@carehooks/core';

/** Guides for users, one for each platform. */
const guides = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms';

/**
 * A help text in Zapier's Markdown: an address that is an example stands in backticks, so that nobody clicks on it.
 *
 * https://docs.zapier.com/platform/publish/integration-checks-reference#D008
 */
export function toHelpText(help: string): string {
  return help.replace(/https?:\/\/[^\s,]*[^\s,.]/g, '`$&`');
}

/** Help for a field of the connection. For a secret it links to where that is found, as Zapier wants it (D002). */
export function toAuthHelp({ help, type }: Setting, { id }: Platform): string {
  const text = toHelpText(help);
  return type === 'secret' ? `${text} See [how to connect](${guides}/${id}.md).` : text;
}
