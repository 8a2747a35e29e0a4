import { globSync, readFileSync } from 'node:fs';
import { commandsIn, programsIn, snippetsOf, splitCommands } from '../../commands.ts';
import { problemsOf } from '../../known-commands.ts';

/** That they work, the end-to-end tests show. */
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md']).sort();

it.each(pages)('all commands of %s exist', (page) => {
  expect(commandsIn(readFileSync(page, 'utf8')).flatMap(problemsOf)).toEqual([]);
});

it.each([
  ['npm run nothing', 'no script nothing'],
  ['npm nothing', 'no script nothing'],
  ['npm run lint --workspace nobody', 'no workspace nobody'],
  ['npm run build -w zapier-carehooks', 'no script build'],
  ['npm run zapier -- nobody build', 'no app nobody'],
  ['npm run zapier -- ally nothing', 'no command nothing'],
  ['npm run e2e -- ally nowhere', 'no packages/e2e/test/*nowhere'],
  ['npm run bench -- nothing', 'no packages/bench/src/benchmarks/nothing.ts'],
  ['npx nothing', 'no nothing'],
  ['npx jest packages/nowhere -t <id>', 'no packages/nowhere'],
  ['npx jest packages/nowhere/<id>', 'no packages/nowhere/<id>'],
  ['carehooks nothing', 'no command nothing'],
  ['npx carehooks send halo closed --from x', 'no option --from'],
  ['carehooks --nothing', 'no option --nothing'],
  ['node nowhere.ts', 'no nowhere.ts'],
  ['nothing', 'there is no program nothing'],
  ['(cat x; nothing y) | tr a b', 'there is no program nothing'],
])('would notice %s', (command, problem) => {
  expect(problemsOf(command)).toEqual([`${problem}: ${command}`]);
});

it('would notice an option of npm run n8n that there is not', () => {
  expect(() => problemsOf('npm run n8n -- --inspcet')).toThrow('There is no option --inspcet.');
});

describe('the shell of a page', () => {
  const page = [
    'Run `npm start` and `PORT=1 npm test`, not `carehooks` or `x`.',
    ...[
      '```sh',
      "a 'b",
      "c' # why",
      'd \\',
      '  e',
      '# alone',
      '',
      'f "#"',
      '```',
      'prints',
      '```text',
      'g',
      '```',
    ],
    ...['1. then', '', '   ```sh', '   h', '     i', '   ```', '', '# Else', '', '```json', '{}', '```'],
  ].join('\n');

  it('is cut into commands', () => {
    const shell = ["a 'b\nc'", 'd \\\n  e', 'f "#"', 'h', 'i'];
    expect(commandsIn(page)).toEqual([...shell, 'npm start', 'PORT=1 npm test']);
  });

  it('comes with the output that is shown', () => {
    const [first, second] = snippetsOf(page);
    expect(first).toMatchObject({ output: 'g\n' });
    expect(second).toEqual({ code: 'h\n  i\n', output: null });
  });

  it('names its programs', () => {
    expect(programsIn('x=$(a "b c" <d | e) && (f; g <id> \\\n -h) > i')).toEqual([
      ['a', 'b c'],
      ['e'],
      ['f'],
      ['g', '<id>', '-h'],
    ]);
    expect(splitCommands('x=1\ny # z\n')).toEqual(['x=1', 'y']);
  });
});
