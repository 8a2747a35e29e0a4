import { type Action, actionsOf, type Definition, entriesOf, triggersOf } from './definition.ts';
import { each, type Rule } from './rule.ts';

/** Words that stay small inside a title. */
const minor = new Set(['a', 'an', 'and', 'as', 'by', 'for', 'from', 'in', 'of', 'or', 'the', 'to', 'with']);

export function isTitleCase(text: string): boolean {
  return text.split(/[\s/]+/).every((word, index) => (index > 0 && minor.has(word)) || /^[^a-z]/.test(word));
}

const isHook = ({ operation }: Action) => operation.type === 'hook';

/** Zapier shows the URL of such a trigger, and a person has to enter it somewhere. */
function isStaticHook(action: Action): boolean {
  const { performSubscribe, performUnsubscribe } = action.operation;
  return isHook(action) && (performSubscribe === undefined || performUnsubscribe === undefined);
}

/** About what an app offers, and how it is called. */
export const triggerRules: readonly Rule[] = [
  {
    id: 'D006',
    title: 'hooks can list samples',
    find: (definition) =>
      each(
        triggersOf(definition),
        (trigger) => isHook(trigger) && trigger.operation.performList === undefined,
        'Add performList.',
      ),
  },
  {
    id: 'D015',
    title: 'search-or-creates point to what is there',
    find: ({ searchOrCreates, searches = {}, creates = {} }) =>
      each(
        entriesOf(searchOrCreates, 'searchOrCreates'),
        ({ search, create }) => !(search in searches) || !(create in creates),
        'No search or no create has that key.',
      ),
  },
  { id: 'D016', title: 'there is more than a single static hook', find: findLoneHook },
  {
    id: 'D017',
    title: 'webhooks are made by the app',
    find: (definition) =>
      each(triggersOf(definition), isStaticHook, 'Add performSubscribe and performUnsubscribe.'),
  },
  {
    id: 'D018',
    title: 'labels are in title case',
    find: (definition) =>
      each(actionsOf(definition), ({ display }) => !isTitleCase(display.label), 'Write it in title case.'),
  },
  {
    id: 'D021',
    title: 'descriptions start with "Triggers when" and end with a full stop',
    find: (definition) =>
      each(
        triggersOf(definition),
        ({ display }) => !/^Triggers when [^]+\.$/.test(display.description),
        'Write "Triggers when …".',
      ),
  },
  { id: 'D028', title: 'input reaches the app as it is', find: findCleaning },
];

function findLoneHook(definition: Definition) {
  const actions = actionsOf(definition);
  return actions.length > 1 ? [] : each(actions, isStaticHook, 'Add another trigger.');
}

function findCleaning(definition: Definition) {
  const problem = 'Leave cleanInputData out: empty values mean something.';
  const whole = definition.flags?.cleanInputData === true ? [{ where: 'flags', problem }] : [];
  return [
    ...whole,
    ...each(actionsOf(definition), ({ operation }) => operation.cleanInputData === true, problem),
  ];
}
