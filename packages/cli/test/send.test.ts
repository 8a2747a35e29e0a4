import { accept, platforms, type Platform } from '@carehooks/core';
import { carehooks, platformOf, variables } from './command-line.ts';
import type { Receiver } from '../../simulator/test/receiver.ts';
import { running } from '../../simulator/test/running.ts';

const secret = 'canary-7f3a';
const start = running();

interface Sent {
  readonly sent: number;
  readonly delivered: number;
  readonly failed: number;
  readonly unfinished: number;
  readonly attempts: number;
  readonly answers: ReadonlyArray<{ readonly answer: string; readonly attempts: number }>;
}

function secretOf({ signature }: Platform): string {
  return signature.kind === 'basic' ? `carehooks:${secret}` : secret;
}

function withSecret(platform: Platform): { env: Record<string, string> } {
  return { env: variables(platform, { webhookSecret: secretOf(platform) }) };
}

/** The ids of the events that a trigger would make of what arrived. */
function idsOf(platform: Platform, { deliveries }: Receiver): string[] {
  return deliveries.flatMap((delivery) => {
    const outcome = accept(delivery, { platform, secrets: [secretOf(platform)] });
    return outcome.kind === 'accepted' ? outcome.events.map(({ id }) => id) : [outcome.kind];
  });
}

const events = platforms.flatMap((platform) =>
  platform.events.map(({ type }) => [platform.name, type, platform] as const),
);

test.each(events)('sends %s %s as a trigger accepts it', async (_name, event, platform) => {
  const target = await start.receiver();
  const { code } = await carehooks(['send', platform.id, event, '--to', target.url], withSecret(platform));
  expect(code).toBe(0);
  const [delivery] = target.deliveries;
  expect(accept(delivery!, { platform, secrets: [secretOf(platform)] })).toMatchObject({ kind: 'accepted' });
});

describe.each(platforms)('$name', (platform) => {
  const [event = ''] = platform.events.map(({ type }) => type);

  test('sends different events, one after the other', async () => {
    const target = await start.receiver();
    const words = ['send', platform.id, event, '--to', target.url, '--count', '4', '--json'];
    const { code, json } = await carehooks(words, withSecret(platform));
    expect(code).toBe(0);
    expect(json<Sent>()).toMatchObject({ sent: 4, delivered: 4, failed: 0, attempts: 4 });
    expect(new Set(idsOf(platform, target)).size).toBe(4);
  });

  test('sends the same event twice for the fault "duplicate"', async () => {
    const target = await start.receiver();
    await carehooks(
      ['send', platform.id, event, '--to', target.url, '--fault', 'duplicate'],
      withSecret(platform),
    );
    const ids = idsOf(platform, target);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test.each(['forged', 'unsigned', 'wrong-secret'])('sends a %s one, which is rejected', async (fault) => {
    const target = await start.receiver();
    await carehooks(['send', platform.id, event, '--to', target.url, '--fault', fault], withSecret(platform));
    expect(idsOf(platform, target)).toEqual(['rejected']);
  });

  test('asks for the secret and does not show it', async () => {
    const target = await start.receiver();
    const typed = `${secretOf(platform)}\r`;
    const { code, all } = await carehooks(['send', platform.id, event, '--to', target.url], { typed });
    expect(code).toBe(0);
    expect(idsOf(platform, target)).not.toEqual(['rejected']);
    expect(all).not.toContain(secret);
  });

  test('says what to do without a secret', async () => {
    const { code, err } = await carehooks(['send', platform.id, event, '--to', 'http://127.0.0.1:9/']);
    expect(code).toBe(2);
    expect(err).toContain('Error: There is no webhook secret to sign with.\nWhat to do: Set CAREHOOKS_');
  });
});

test('signs with the secret that Carehooks gives the webhook of this target', async () => {
  const target = await start.receiver();
  const platform = platformOf('eka-care');
  const connection = { clientId: 'id', clientSecret: 'client-secret' };
  const words = ['send', platform.id, 'appointment.created', '--to', target.url];
  expect((await carehooks(words, { env: variables(platform, connection) })).code).toBe(0);
  const { derivedSecrets, targetKey } = await import('@carehooks/core');
  const secrets = derivedSecrets(platform, connection, targetKey(target.url));
  expect(accept(target.deliveries[0]!, { platform, secrets })).toMatchObject({ kind: 'accepted' });
});
