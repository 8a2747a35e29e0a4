import type { Setting } from '../../connection.ts';

/** How much of a query's result is fetched. */
export const parameters = [
  {
    key: 'maxRows',
    label: 'Most Rows of a Result',
    help: 'Further rows are cut off, and pages behind them are not fetched; the field truncated of the result says so. 0 fetches all rows.',
    type: 'text',
    default: '1000',
  },
  {
    key: 'rawData',
    label: 'Raw Data of a Result',
    help: 'The result as the API sends it, besides the rows read from it.',
    type: 'choice',
    choices: [
      { value: '', label: 'Leave Out' },
      { value: 'base64', label: 'Base64' },
    ],
    default: '',
  },
] as const satisfies readonly Setting[];
