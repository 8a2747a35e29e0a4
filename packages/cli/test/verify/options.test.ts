import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedSecrets, ekaCare, targetKey } from '@carehooks/core';
import { fixtureTime, signedDelivery } from '@carehooks/core/testing';
import { carehooks, platformOf, type Setting, variables } from '../command-line.ts';
import { toRaw } from './captures.ts';

const secret = 'canary-7f3a';
const at = ['--at', new Date(fixtureTime).toISOString()];
const folder = mkdtempSync(join(tmpdir(), 'carehooks-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const ally = toRaw(signedDelivery({ platform: platformOf('ally'), body: { data: { id: 'apt_1' } }, secret }));
const request = file('ally.http', ally);
const eka = signedDelivery({ platform: ekaCare, body: { event: 'appointment.created', data: {} }, secret });
const ekaRequest = file('eka.http', toRaw(eka));

function verify(words: readonly string[], setting: Setting = {}) {
  return carehooks(['verify', 'ally', '--request', request, ...words], setting);
}

describe('the secret', () => {
  const secretFile = file('secret', `${secret}\n`);

  it.each<[string, string[], Setting]>([
    ['the command line', ['--secret', secret], {}],
    ['a file', ['--secret-file', secretFile], {}],
    ['the environment', [], { env: { CAREHOOKS_SECRET: secret } }],
    ['the variable of the platform', [], { env: { CAREHOOKS_ALLY_WEBHOOK_SECRET: secret } }],
    ['the keyboard', [], { typed: `${secret}\r` }],
    ['the previous one', ['--secret', 'new'], { env: { CAREHOOKS_PREVIOUS_SECRET: secret } }],
    [
      'the previous one of the platform',
      ['--secret', 'new'],
      { env: { CAREHOOKS_ALLY_PREVIOUS_WEBHOOK_SECRET: secret } },
    ],
  ])('comes from %s, and is not shown', async (_what, words, setting) => {
    const { code, out, all } = await verify(words, setting);
    expect(out).toContain('The delivery is authentic.');
    expect(code).toBe(0);
    expect(all).not.toContain(secret);
  });

  it('loses one line break of its file and no more', async () => {
    const { out } = await verify(['--secret-file', file('spaced', `${secret} \r\n`)]);
    expect(out).toContain('The secret "current" fits without the white space around it.');
  });

  it('follows from the account where Carehooks made the webhook', async () => {
    const target = 'https://n8n.example.com/webhook/1';
    const connection = { clientId: 'id', clientSecret: secret };
    const env = variables(ekaCare, connection);
    const [derived = ''] = derivedSecrets(ekaCare, connection, targetKey(target));
    const body = { event: 'appointment.created', data: {} };
    const made = signedDelivery({ platform: ekaCare, body, secret: derived });
    const words = ['verify', 'eka-care', '--request', '-', ...at];
    const piped = toRaw(made);
    expect(await carehooks([...words, '--target', target], { env, piped })).toMatchObject({ code: 0 });
    const { code, out } = await carehooks([...words, '--secret', secret], { env, piped });
    expect(code).toBe(1);
    expect(out).toContain('If Carehooks made the webhook, its secret is derived: give its URL with --target');
  });
});

describe('what is told', () => {
  it('is the whole explanation as JSON, and nothing else on stdout', async () => {
    const { code, json } = await verify(['--secret', 'other', '--json']);
    expect(code).toBe(1);
    expect(json()).toEqual({
      ...{ verified: false, code: 'signature-mismatch' },
      message: expect.any(String),
      hint: expect.any(String),
      lines: expect.arrayContaining([
        { topic: 'secret', state: 'problem', text: 'The secret "current" does not fit.' },
      ]),
    });
  });

  it('is in colour for people who want it', async () => {
    const words = ['--secret', secret];
    expect((await verify(words, { terminal: true })).out).toContain('\u001b[32m✓\u001b[39m');
    for (const setting of [{}, { terminal: true, env: { NO_COLOR: '1' } }]) {
      expect((await verify(words, setting)).out).not.toContain('\u001b');
    }
  });
});

describe('options', () => {
  it('pin the header', async () => {
    const words = ['--secret', secret];
    expect(await verify([...words, '--header', 'X-Ally-Signature'])).toMatchObject({ code: 0 });
    const { code, out } = await verify([...words, '--header', 'X-Other']);
    expect(code).toBe(1);
    expect(out).toContain('What to do: Pin the header x-ally-signature in place of x-other, or none.');
  });

  it('set the replay window', async () => {
    const words = ['verify', 'eka-care', '--request', ekaRequest, '--secret', secret];
    const late = ['--at', new Date(fixtureTime + 3_600_000).toISOString()];
    expect(await carehooks([...words, ...late])).toMatchObject({ code: 1 });
    expect(await carehooks([...words, ...late, '--window', '3600'])).toMatchObject({ code: 0 });
    expect(await carehooks([...words, '--window', '0'])).toMatchObject({ code: 0 });
  });

  it('read the key as the account says it', async () => {
    const platform = platformOf('halo-connect');
    const key = Buffer.from(secret).toString('hex');
    const delivery = signedDelivery({ platform, body: { id: '1' }, secret });
    const words = [
      'verify',
      platform.id,
      '--request',
      file('halo.http', toRaw(delivery)),
      '--secret',
      key,
      ...at,
    ];
    const plain = await carehooks(words);
    expect(plain.code).toBe(1);
    expect(plain.out).toContain('The signature fits when the secret is read as hex, and not as plain text.');
    const env = variables(platform, { keyEncoding: 'hex' });
    expect(await carehooks(words, { env })).toMatchObject({ code: 0 });
  });

  it.each<[string[], string]>([
    [['ally'], "required option '--request <file>' not specified"],
    [['ally', '--request', '/nowhere', '--secret', secret], 'The file /nowhere cannot be read (ENOENT).'],
    [['ally', '--request', request], 'There is no secret to check with.'],
    [
      ['ally', '--request', request, '--secret', secret, '--secret-file', request],
      'Several secrets are given.',
    ],
    [
      ['ally', '--request', request, '--secret-file', '/nowhere'],
      'The file /nowhere cannot be read (ENOENT).',
    ],
    [['ally', '--request', request, '--target', 'https://example.com'], 'are not derived from an account.'],
    [
      ['eka-care', '--request', ekaRequest, '--target', 'https://example.com'],
      'Set CAREHOOKS_EKA_CARE_CLIENT_SECRET.',
    ],
    [['halo', '--request', request, '--header', 'x', '--secret', secret], 'HALO signs nothing'],
    [['ally', '--request', request, '--window', '1', '--secret', secret], 'has no replay window.'],
    [['ally', '--request', request, '--header', 'a b'], 'Enter the name of a header'],
    [['ally', '--request', request, '--at', 'yesterday'], 'Enter a time with its zone'],
    [['ally', '--request', request, '--window', '-1'], 'a whole number from 0'],
  ])('are refused with what to do: %j', async (words, message) => {
    const { code, out, err } = await carehooks(['verify', ...words]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(err).not.toContain(secret);
  });

  it('cannot ask for the secret where the request is piped in', async () => {
    const { code, err } = await carehooks(['verify', 'ally', '--request', '-'], { piped: ally, typed: '' });
    expect(code).toBe(2);
    expect(err).toContain('There is no secret to check with.');
  });
});
