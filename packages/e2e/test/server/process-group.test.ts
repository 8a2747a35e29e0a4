import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../../src/client/poll.ts';
import { e2ePath } from '../../src/paths.ts';
import { ProcessGroup } from '../../src/server/process-group.ts';
import { processesOfGroup, untilGone } from '../support/processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carehooks-group-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A shell with a child; with the trap it is deaf to SIGTERM. */
function start({ deaf = false } = {}): ProcessGroup {
  const script = `${deaf ? "trap '' TERM; " : ''}sleep 60 & wait; wait`;
  const env = { PATH: process.env.PATH ?? '' };
  return new ProcessGroup('/bin/sh', ['-c', script], { cwd: folder, env, logFile: join(folder, 'log') });
}

test.each([{ deaf: false }, { deaf: true }])('stop ends a process and its children %j', async (options) => {
  const group = start(options);
  await poll(async () => (processesOfGroup(group.pid).length > 1 ? true : undefined), {
    timeout: 5_000,
    what: 'the child to start',
  });
  await group.stop(200);
  expect(group.running).toBe(false);
  await untilGone(group.pid);
});

test('a group does not outlive the process that started it, even when that is killed', async () => {
  const script = `
    import { ProcessGroup } from ${JSON.stringify(e2ePath('src', 'server', 'process-group.ts'))};
    const options = { cwd: '/', env: { PATH: process.env.PATH }, logFile: ${JSON.stringify(join(folder, 'log'))} };
    const group = new ProcessGroup('/bin/sh', ['-c', 'sleep 60 & wait'], options);
    setInterval(() => {}, 1000);
    console.log(group.pid);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    expect(processesOfGroup(pid)).not.toEqual([]);
    parent.kill('SIGKILL');
    await untilGone(pid);
  } finally {
    parent.kill('SIGKILL');
  }
});
