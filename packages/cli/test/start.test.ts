import { carehooks, type Setting } from './command-line.ts';

/** Runs `start` until its output holds an address, does something with it, and ends it as Ctrl+C does. */
async function started(
  words: readonly string[],
  visit: (url: string) => Promise<void>,
  setting: Setting = {},
) {
  const stop = new AbortController();
  let found: (url: string) => void = () => {};
  const address = new Promise<string>((resolve) => (found = resolve));
  const running = carehooks(['start', ...words], {
    ...setting,
    interrupted: stop.signal,
    onOut: (text) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
      if (url !== undefined) found(url);
    },
  });
  try {
    await visit(await Promise.race([address, running.then(({ err }) => Promise.reject(new Error(err)))]));
  } finally {
    stop.abort();
  }
  return running;
}

it('runs the simulated platforms, tells their addresses, and ends cleanly', async () => {
  let url = '';
  const { code, out, err } = await started(['--port', '0'], async (found) => {
    url = found;
    expect((await fetch(`${found}/ally/admin`)).status).toBe(200);
  });
  expect(code).toBe(0);
  expect(out).toContain(`API of HALO`);
  expect(out).toContain(`${url}/halo/api`);
  expect(out).toContain('the simulated platforms alone');
  expect(out).toContain('Ctrl+C ends it.');
  expect(err).toBe('Stopped.\n');
  await expect(fetch(url)).rejects.toThrow();
});

it('takes the port from the environment, and the option before that', async () => {
  await started(
    [],
    async (first) => {
      const taken = new URL(first).port;
      const { code, err } = await carehooks(['start', '--port', taken]);
      expect(code).toBe(2);
      expect(err).toContain('choose another port');
      await started(['--port', '0'], async (other) => expect(new URL(other).port).not.toBe(taken), {
        env: { PORT: taken },
      });
    },
    { env: { PORT: '0' } },
  );
});

it('says when PORT is none', async () => {
  const { code, err } = await carehooks(['start'], { env: { PORT: 'http' } });
  expect(code).toBe(2);
  expect(err).toContain('The environment variable PORT is no port.');
});
