import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageFor, type Setting } from '@carehooks/core';
import { accepted } from '../scripts/publishing-rules/accepted.ts';
import { check, rules } from '../scripts/publishing-rules/check.ts';
import { builtDefinition } from '../scripts/release/apps.ts';
import { apps, platformOf } from './support/apps.ts';
import { openBuiltApp } from './support/built-app.ts';
import { flaws, sound } from './support/flawed-definitions.ts';

/** Other programs are run here, which takes its time on a busy machine. */
jest.setTimeout(60_000);

/** Zapier's own checks need its server. https://docs.zapier.com/platform/publish/integration-checks-reference */
describe.each(rules.map((rule) => [rule.id, rule.title, rule] as const))('%s: %s', (id, _title, rule) => {
  test.each(apps)('in the app of %s', async (app) => {
    expect(check(await builtDefinition(app), [rule]).broken).toEqual([]);
  });

  test('and it is found where it is not so', () => {
    const flawed = flaws[id]?.(sound) ?? sound;
    expect(rule.find(sound)).toEqual([]);
    expect(rule.find(flawed)).toHaveLength(1);
    expect(check(flawed).broken.filter((finding) => finding.rule !== id)).toEqual([]);
  });
});

describe('D026: addresses that users enter are validated', () => {
  const isAddress = (key: string) => /url$/i.test(key);
  const hostile = ['http://a.invalid', 'https://user@a.invalid', 'ftp://a.invalid', 'javascript:alert(1)'];

  test.each(apps)('in the app of %s', async (app) => {
    const { settings, api } = platformOf(app);
    const connect =
      api.session === undefined ? 'authentication.test' : 'authentication.sessionConfig.perform';
    const addresses = settings.filter(({ key }) => isAddress(key));
    expect(addresses.length).toBeGreaterThan(0);
    const built = await openBuiltApp(app);
    for (const { key } of addresses) {
      for (const address of hostile) {
        const entered = settings.map((setting) => [setting.key, valueFor(setting)]);
        const authData = { ...Object.fromEntries(entered), [key]: address };
        await expect(built.call(connect, { authData })).rejects.toThrow(messageFor('base-url-invalid'));
      }
    }
    await built.close();
  });

  /** A connection in which the address that was entered is the one that counts. */
  function valueFor({ key, choices, required }: Setting): string {
    if (choices?.some(({ value }) => value === 'custom')) return 'custom';
    if (!isAddress(key)) return 'some-value';
    return required === true ? 'https://a.invalid' : '';
  }
});

test('the numbers are those of Zapier, which has no D019 and D020', () => {
  const numbers = Array.from({ length: 28 }, (_, index) => `D${String(index + 1).padStart(3, '0')}`);
  const elsewhere = ['D019', 'D020', 'D026', 'D027'];
  expect(rules.map(({ id }) => id)).toEqual(numbers.filter((id) => !elsewhere.includes(id)));
});

test('nothing is accepted that no app needs', async () => {
  const checked = await Promise.all(apps.map(async (app) => check(await builtDefinition(app)).accepted));
  const reasons = checked.flat().map(({ reason }) => reason);
  expect(accepted.filter(({ reason }) => !reasons.includes(reason))).toEqual([]);
});

test('webhooks made by a person are accepted where the platform offers nothing else', async () => {
  for (const app of apps) {
    const { events, subscription } = platformOf(app);
    const found = check(await builtDefinition(app)).accepted.filter(({ rule }) => rule === 'D017');
    const alone = subscription.mode === 'manual' ? events.length + 1 : 0;
    const beside = subscription.mode === 'api' && subscription.manual !== undefined ? 1 : 0;
    expect([app, found.length]).toEqual([app, alone + beside]);
  }
});

test('help for secrets leads to a guide that there is', async () => {
  for (const app of apps) {
    const { authentication } = await builtDefinition(app);
    const help = (authentication?.fields ?? []).map(({ helpText = '' }) => helpText).join('\n');
    const guides = [...help.matchAll(/\/blob\/main\/([^)]+)\)/g)].map(([, path = '']) => path);
    expect(guides.length).toBeGreaterThan(0);
    for (const guide of guides)
      expect([guide, existsSync(join(__dirname, '../../..', guide))]).toEqual([guide, true]);
  }
});
