import { accept } from '../../accept.ts';
import type { Delivery } from '../../delivery.ts';
import type { Platform } from '../../platform.ts';
import { signedDelivery } from '../delivery.ts';
import { fixtureDelivery, readFixture } from '../fixtures.ts';
import { fixtureTime } from '../moment.ts';
import { fixtureSecret } from '../secret.ts';
import { flippedSecrets, mutationsOf, proofHeader } from './mutations.ts';
import { acceptOptions, deliveryOf, type Subject } from './subject.ts';

const year = 31_536_000_000;

export function describeAuthenticity(subject: Subject): void {
  const { platform, names } = subject;
  const secret = fixtureSecret(platform);

  describe('authenticity', () => {
    it.each(names)('accepts %s as recorded', (name) => {
      const outcome = accept(fixtureDelivery(platform.id, name), acceptOptions(subject, name));
      expect(outcome.kind).toBe('accepted');
    });

    it.each(names)('accepts %s under the current and under the previous secret', (name) => {
      const delivery = deliveryOf(subject, name);
      expect(proofOf(delivery, platform, [secret, 'a:b'])).toMatchObject({ secret: 0 });
      expect(proofOf(delivery, platform, ['a:b', secret])).toMatchObject({ secret: 1 });
      // One that is not set counts in the numbering all the same.
      expect(proofOf(delivery, platform, ['', secret])).toMatchObject({ secret: 1 });
    });

    it.each(names)('rejects %s when any single bit is another', (name) => {
      const mutations = mutationsOf(deliveryOf(subject, name), platform);
      const taken = mutations.filter(([, mutated]) => kindOf(mutated, platform, [secret]) !== 'rejected');
      expect(taken.map(([what]) => what)).toEqual([]);
      expect(mutations.length > 0 || platform.signature.kind === 'basic').toBe(true);
    });

    it.each(names)('rejects %s under secrets that differ in a single bit', (name) => {
      const delivery = deliveryOf(subject, name);
      const secrets = flippedSecrets(secret);
      expect(secrets.length).toBeGreaterThan(0);
      expect(secrets.map((other) => kindOf(delivery, platform, [other]))).toEqual(
        secrets.map(() => 'rejected'),
      );
    });

    it.each(names)('rejects %s when it is forged, unsigned, or the proof is empty', (name) => {
      const body = readFixture(platform.id, name);
      const headers = { [proofHeader(platform)]: '' };
      for (const changed of [{ forged: true }, { unsigned: true }, { headers }]) {
        expect(kindOf(signedDelivery({ platform, body, ...changed }), platform, [secret])).toBe('rejected');
      }
    });

    it.each([
      ['no secret', []],
      ['an empty secret', ['']],
      ['two empty secrets', ['', '']],
    ])('takes nothing with %s', (_what, secrets) => {
      for (const name of names) {
        const body = readFixture(platform.id, name);
        for (const delivery of [deliveryOf(subject, name), signedDelivery({ platform, body, secret: '' })]) {
          expect(accept(delivery, { platform, secrets })).toEqual({
            kind: 'rejected',
            code: 'secret-missing',
          });
        }
      }
    });

    it('holds the replay window in both directions, borders included', () => {
      const window = windowOf(platform);
      const offsets = [-(window ?? year) - 1, -(window ?? year), 0, window ?? year, (window ?? year) + 1];
      const kinds = offsets.map((milliseconds) => {
        const delivery = { ...deliveryOf(subject, names[0] ?? ''), receivedAt: fixtureTime + milliseconds };
        return kindOf(delivery, platform, [secret]);
      });
      const outside = window === null ? 'accepted' : 'rejected';
      expect(kinds).toEqual([outside, 'accepted', 'accepted', 'accepted', outside]);
    });
  });
}

function kindOf(delivery: Delivery, platform: Platform, secrets: readonly string[]): string {
  return accept(delivery, { platform, secrets }).kind;
}

function proofOf(delivery: Delivery, platform: Platform, secrets: readonly string[]) {
  const outcome = accept(delivery, { platform, secrets });
  return outcome.kind === 'rejected' ? outcome : outcome.verification;
}

/** Milliseconds that a delivery may be off, or null where nothing tells its time. */
function windowOf({ signature }: Platform): number | null {
  const field = signature.kind === 'hmac' ? signature.timestamp : undefined;
  return field === undefined ? null : field.tolerance * 1_000;
}
