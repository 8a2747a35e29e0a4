import { tmpdir } from 'node:os';
import { zapierCommand } from '../support/zapier-command.ts';

/** Other programs are run here, which takes its time on a busy machine. */
jest.setTimeout(60_000);

const usage =
  /^Usage: npm run zapier -- <.*\bally\b.*\|all> <command>\n\n {2}build +builds .*\n {2}validate /;

test.each([[[]], [['ally']], [['all']], [['nobody', 'build']]])(
  'the command line explains itself when given %j',
  async (args) => {
    const { code, stdout, stderr } = await zapierCommand(args, tmpdir());
    expect(stderr).toMatch(usage);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  },
);

test('the command line explains itself when asked to', async () => {
  const { code, stdout } = await zapierCommand(['--help'], tmpdir());
  expect(stdout).toMatch(usage);
  expect(code).toBe(0);
});

test('a command of Zapier that fails, fails', async () => {
  const { code, stderr } = await zapierCommand(['ally', 'no-such-command'], tmpdir());
  expect(stderr).toContain('zapier-platform no-such-command failed for ally: see what it said above.\n');
  expect(code).toBe(1);
});

test('options that there are not are refused', async () => {
  const { code, stderr } = await zapierCommand(['ally', 'notes', '--chnagelog', 'x.md'], tmpdir());
  expect(stderr).toContain("Unknown option '--chnagelog'");
  expect(code).toBe(1);
});
