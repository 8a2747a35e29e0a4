import { readOptions } from '../src/options.ts';

const known = ['verify', 'accept', 'n8n'];

it.each([
  [[], { names: known, write: false }],
  [['--write'], { names: known, write: true }],
  [['n8n', 'verify'], { names: ['verify', 'n8n'], write: false }],
  [['n8n', 'verify', 'accept', '--write'], { names: known, write: true }],
])('reads %j', (words, options) => {
  expect(readOptions(words, known)).toEqual(options);
});

it.each([
  [['none'], 'There is no benchmark none. Choose one of: verify, accept, n8n.'],
  [['none', '--write'], 'There is no benchmark none.'],
  [['n8n', '--write'], 'The page is written whole'],
  [['--wirte'], "Unknown option '--wirte'"],
])('refuses %j before anything is measured', (words, message) => {
  expect(() => readOptions(words, known)).toThrow(message);
});
