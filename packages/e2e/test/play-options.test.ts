import { INSPECTOR_PORT, readPlayOptions } from '../src/play/options.ts';

test.each([
  [[], undefined],
  [['--inspect'], INSPECTOR_PORT],
  [['--inspect=9230'], 9230],
  [['--inspect=0'], 0],
])('%j asks for the inspector at %s', (words, port) => {
  expect(readPlayOptions(words).inspectorPort).toBe(port);
});

test.each(['--inspect=', '--inspect=70000', '--inspect=0.0.0.0:9229', '--inspect-brk', 'inspect'])(
  '%s is refused, with what can be said instead',
  (word) => {
    expect(() => readPlayOptions([word])).toThrow(
      `There is no option ${word}. Usage: npm run n8n [-- --inspect[=port]]`,
    );
  },
);
