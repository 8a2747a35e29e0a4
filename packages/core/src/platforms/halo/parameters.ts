import { type Connection, type Setting, settingOf } from '../../connection.ts';

export const parameters = [
  {
    key: 'includePrivateNotes',
    label: 'Private Notes',
    help: 'What to do with notes that are hidden from the user, in fetched tickets and actions.',
    type: 'choice',
    choices: [
      { value: 'no', label: 'Leave Out' },
      { value: 'yes', label: 'Include' },
    ],
    default: 'no',
  },
] as const satisfies readonly Setting[];

export function wantsPrivateNotes(connection: Connection): boolean {
  return settingOf(connection, parameters, 'includePrivateNotes') === 'yes';
}
