import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '..', 'scripts', 'zapier.ts');

test.each([[[]], [['ally']], [['nobody', 'build']]])(
  'the command line explains itself when given %j',
  (args) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(stderr).toMatch(
      /^Usage: npm run zapier -- <.*\bally\b.*> <build\|validate\|push\|…>, or all build\n$/,
    );
    expect(status).toBe(2);
  },
);
