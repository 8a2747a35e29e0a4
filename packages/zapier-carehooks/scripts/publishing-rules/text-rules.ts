import {
  accountFieldsOf,
  actionsOf,
  type Definition,
  type Found,
  inputFieldsOf,
  stringsIn,
} from './definition.ts';
import { each, type Rule } from './rule.ts';

/** About links and other addresses. */
export const textRules: readonly Rule[] = [
  {
    id: 'D007',
    title: 'every URL is https',
    find: (definition) => each(stringsIn(definition), (text) => /\bhttp:\/\//i.test(text), 'Write https.'),
  },
  {
    id: 'D008',
    title: 'links are Markdown links, and addresses that are none stand in backticks',
    find: (definition) =>
      each(markdownOf(definition), hasBareLink, 'Write a Markdown link, or use backticks.'),
  },
  {
    id: 'D025',
    title: 'no address runs code',
    find: (definition) =>
      each(
        stringsIn(definition),
        (text) => /(^|[\s("'`])(javascript|vbscript):|\bdata:[a-z]+\/[a-z]/i.test(text),
        'Take the address out.',
      ),
  },
];

/** Texts that Zapier shows as Markdown. */
function markdownOf(definition: Definition): Array<Found<string>> {
  const help = [...accountFieldsOf(definition), ...inputFieldsOf(definition)].map(({ where, thing }) => ({
    where,
    thing: thing.helpText ?? '',
  }));
  const displays = actionsOf(definition).flatMap(({ where, thing: { display } }) =>
    [display.description, display.directions ?? ''].map((thing) => ({ where, thing })),
  );
  return [...help, ...displays];
}

/** Whether anything like a link is left when code and whole links are taken out. */
function hasBareLink(text: string): boolean {
  const rest = text.replace(/`[^`]*`/g, '').replace(/\[[^\]]+\]\([^)\s]+\)/g, '');
  return /https?:\/\/|\]\(|\[[^\]]*\(/.test(rest);
}
