import { errorCodes, hintFor, messageFor, type Platform, type Setting } from '../packages/core/src/index.ts';

/** The tables of a platform's page that follow from its description, by the name of their place in the page. */
export function platformTables(platform: Platform): Readonly<Record<string, string>> {
  return {
    events: table(
      ['event', 'trigger', 'when'],
      platform.events.map(({ type, label, description }) => [
        `\`${type}\``,
        label,
        description.replace(/^Triggers when /, '').replace(/\.$/, ''),
      ]),
    ),
    relations: table(
      ['relation', 'field of the item', 'what'],
      Object.entries(platform.relations).map(([name, { key, description }]) => [
        `\`${name}\``,
        `\`${key}\``,
        description,
      ]),
    ),
    settings: table(
      ['setting', 'default', 'what'],
      [...platform.settings, ...(platform.parameters ?? [])].map((setting: Setting) => [
        setting.label,
        setting.default === undefined || setting.default === '' ? '' : `\`${setting.default}\``,
        setting.help,
      ]),
    ),
  };
}

/** Every problem that the core can name, with what to do. */
export function errorTables(): Readonly<Record<string, string>> {
  const rows = errorCodes.map((code) => [`\`${code}\``, messageFor(code), hintFor(code)]);
  return { errors: table(['code', 'what is wrong', 'what to do'], rows) };
}

/**
 * Puts the tables in place of what stands between `<!-- events -->` and `<!-- /events -->` and the like.
 *
 * @throws Error that names the place which the page does not have
 */
export function fillTables(page: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((filled, [name, rows]) => {
    const place = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!place.test(filled)) throw new Error(`Add <!-- ${name} --> and <!-- /${name} --> to the page.`);
    return filled.replace(place, (_, open: string, close: string) => `${open}\n\n${rows}\n\n${close}`);
  }, page);
}

/** A table in Markdown. Prettier pads its cells. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const cells = [head, head.map(() => '---'), ...rows.map((row) => row.map(escapeCell))];
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
