import fc from 'fast-check';
import { verify } from '../../src/index.ts';
import { fixtureSecret, signedDelivery } from '../../src/testing/index.ts';
import { signedHeaders } from '../../src/testing/contract/mutations.ts';
import { schemes, signer } from '../signature/schemes.ts';
import { anyPlatform, anyRecorded } from './platforms.ts';

const anyBody = fc.uint8Array({ minLength: 1, maxLength: 2_000 });

function flip(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const place = Math.floor(bit / 8) % copy.length;
  copy[place] = (copy[place] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

describe('a single changed bit', () => {
  it('of the body is noticed, whatever the body', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(), fc.constantFrom(...Object.values(schemes)), (body, bit, scheme) => {
        const delivery = signedDelivery({ platform: signer(scheme), body, id: 'msg_1' });
        const changed = { ...delivery, body: flip(body, bit) };
        const secret = fixtureSecret(signer(scheme));
        expect(verify(delivery, scheme, [secret]).ok).toBe(true);
        expect(verify(changed, scheme, [secret]).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('of the signature, the timestamp or the id is noticed on every platform', () => {
    fc.assert(
      fc.property(anyRecorded, fc.nat(), fc.nat(), ({ platform, body }, which, bit) => {
        const headers = signedHeaders(platform);
        const name = headers[which % headers.length];
        fc.pre(name !== undefined);
        const delivery = signedDelivery({ platform, body, id: 'msg_1' });
        const value = Buffer.from(delivery.headers[name ?? ''] ?? '');
        const changed = flip(value, bit).toString('latin1');
        const mutated = { ...delivery, headers: { ...delivery.headers, [name ?? '']: changed } };
        expect(verify(mutated, platform.signature, [fixtureSecret(platform)]).ok).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  it('of the secret is noticed on every platform', () => {
    fc.assert(
      fc.property(anyPlatform, anyBody, fc.nat(), (platform, body, bit) => {
        const secret = fixtureSecret(platform);
        const delivery = signedDelivery({ platform, body, secret });
        const other = flip(Buffer.from(secret), bit).toString('latin1');
        expect(verify(delivery, platform.signature, [other]).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
