import { PassThrough } from 'node:stream';
import { ok } from '../src/doctor/check.ts';
import { formatCheck } from '../src/doctor/report.ts';
import { mark } from '../src/output/mark.ts';
import { printable } from '../src/output/stream.ts';
import { formatTable } from '../src/output/table.ts';
import { capture } from './command-line.ts';

function ioFor(terminal: boolean, env: Readonly<Record<string, string>> = {}) {
  const { stream } = capture(terminal);
  return { stdin: new PassThrough(), stdout: stream, stderr: stream, env, isInteractive: false };
}

const rows = [
  ['1', 'here'],
  ['200', 'there'],
];

it.each([
  ['a pipe', ioFor(false)],
  ['NO_COLOR', ioFor(true, { NO_COLOR: '1' })],
])('is plain text with %s', (_where, io) => {
  expect(formatTable(io, ['id', 'place'], rows)).toBe('id   place\n1    here\n200  there');
  expect(mark(io, 'problem')).toBe('✗');
});

it('has lines and colours in a terminal', () => {
  const table = formatTable(ioFor(true), ['id', 'place'], rows);
  expect(table).toContain('┌');
  expect(table).toContain('\u001b[1mid\u001b[22m');
  expect(mark(ioFor(true), 'ok')).toBe('\u001b[32m✓\u001b[39m');
});

it('lets no text of others move the cursor', () => {
  expect(printable('Clinic\u001b[2J\r\nof\u0007 Zoë')).toBe('Clinic [2J of  Zoë');
  const check = ok('connection', 'Account: Clinic\u001b[2J');
  expect(formatCheck(check, ioFor(false))).toBe('✓ Account: Clinic [2J');
});
