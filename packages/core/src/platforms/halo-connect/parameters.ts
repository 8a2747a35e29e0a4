import type { Setting } from '../../connection.ts';

/** How much of a query's result is fetched. */
export const parameters = [
  {
    key: 'maxRows',
    label: 'Maximum Rows',
    help: 'Further rows of a result are cut off, and its field truncated says so. 0 fetches all rows.',
    type: 'text',
    default: '1000',
  },
  {
    key: 'rawData',
    label: 'Raw Result',
    help: 'The result as the API sends it, page by page, besides the rows read from it.',
    type: 'choice',
    choices: [
      { value: '', label: 'Leave Out' },
      { value: 'base64', label: 'Base64' },
    ],
    default: '',
  },
] as const satisfies readonly Setting[];
