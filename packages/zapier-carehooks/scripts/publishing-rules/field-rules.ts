import { accountFieldsOf, entriesOf, type Field, inputFieldsOf } from './definition.ts';
import { each, type Rule } from './rule.ts';

const sensitive = /(^|[^a-z])(api_?key|token|secret|password|passphrase|credential)s?($|[^a-z])/i;

/** `list_doctors.id.name` names the trigger `list_doctors`. */
const sourceOf = (reference: string) => reference.split('.')[0] ?? '';

/** About what users fill in. */
export const fieldRules: readonly Rule[] = [
  {
    id: 'D001',
    title: 'input fields ask for nothing sensitive',
    find: (definition) =>
      each(
        inputFieldsOf(definition),
        ({ key, type }) => type === 'password' || sensitive.test(key),
        'Ask for it in the connection, where it is kept out of logs.',
      ),
  },
  {
    id: 'D002',
    title: 'help for secrets of the connection links to where they are found',
    find: (definition) =>
      each(
        accountFieldsOf(definition),
        ({ type, helpText = '' }) => type === 'password' && !/\]\(https:\/\/[^)\s]+\)/.test(helpText),
        'Link to where it is found.',
      ),
  },
  {
    id: 'D003',
    title: 'the connection has a label that tells accounts apart',
    find({ authentication }) {
      if (authentication === undefined) return [];
      const { connectionLabel = '', test } = authentication;
      const tells = /\{\{[^}]+\}\}/.test(connectionLabel) && !sensitive.test(connectionLabel);
      if (tells && test !== undefined) return [];
      return [
        { where: 'authentication', problem: 'Label it with a value, not a secret one, that its test gives.' },
      ];
    },
  },
  {
    id: 'D004',
    title: 'ids are chosen from a drop-down',
    find: (definition) =>
      each(
        inputFieldsOf(definition),
        ({ key, dynamic }) => /(^|_)ids?$/.test(key) && dynamic === undefined,
        'Fill a drop-down from a hidden trigger.',
      ),
  },
  {
    id: 'D005',
    title: 'drop-downs are filled from triggers that are there',
    find: (definition) =>
      each(
        inputFieldsOf(definition),
        ({ dynamic }) => dynamic !== undefined && !(sourceOf(dynamic) in definition.triggers),
        'No trigger has that key.',
      ),
  },
  {
    id: 'D009',
    title: 'searches have a field to search by',
    find: ({ searches }) =>
      each(
        entriesOf(searches, 'searches'),
        ({ operation }) => (operation.inputFields ?? []).length === 0,
        'Add a field.',
      ),
  },
  {
    id: 'D011',
    title: 'help says more than the label',
    find: (definition) =>
      each(
        [...accountFieldsOf(definition), ...inputFieldsOf(definition)],
        ({ label = '', helpText = '' }) => helpText !== '' && wordsOf(label) === wordsOf(helpText),
        'Say more, or leave it out.',
      ),
  },
  {
    id: 'D013',
    title: 'fields point to searches that are there',
    find: (definition) =>
      each(
        inputFieldsOf(definition),
        ({ search }) => search !== undefined && !(sourceOf(search) in (definition.searches ?? {})),
        'No search has that key.',
      ),
  },
  {
    id: 'D014',
    title: 'fields filled by a search are single values',
    find: (definition) =>
      each(
        inputFieldsOf(definition),
        isOddForSearch,
        'Make it a text or a number, without list or children.',
      ),
  },
  {
    id: 'D022',
    title: 'creates have fields that every user has',
    find: ({ creates }) =>
      each(
        entriesOf(creates, 'creates'),
        ({ operation }) => !(operation.inputFields ?? []).some((field) => typeof field !== 'string'),
        'Add a field that is not made by a function.',
      ),
  },
];

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join(' ');

function isOddForSearch({ search, type = 'string', list, dict, children }: Field): boolean {
  if (search === undefined) return false;
  const simple = ['string', 'number', 'integer'].includes(type);
  return !simple || list === true || dict === true || children !== undefined;
}
