import fc from 'fast-check';
import { verify } from '../../src/index.ts';
import { signedDelivery } from '../../src/testing/index.ts';
import { basic, discovery, schemes, signer } from './schemes.ts';

const signers = [...Object.values(schemes).map(signer), discovery];
const anyBody = fc.uint8Array({ maxLength: 400 });
const anySecret = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
const anyHeaders = fc.dictionary(
  fc.constantFrom('x-signature', 'x-timestamp', 'x-id', 'authorization', 'x-other'),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.stringMatching(/^(?:t=\d*,)?v1[=,][0-9a-f]{64}$/),
  ),
);

describe('signatures of any body under any secret', () => {
  it('verify', () => {
    fc.assert(
      fc.property(anyBody, anySecret, fc.constantFrom(...signers), (body, secret, platform) => {
        const delivery = signedDelivery({ platform, body, secret, id: 'msg_1' });
        return verify(delivery, platform.signature, [secret]).ok;
      }),
      { numRuns: 300 },
    );
  });

  it('do not verify with another body or another secret', () => {
    fc.assert(
      fc.property(
        anyBody,
        anyBody,
        anySecret,
        fc.constantFrom(...signers),
        (body, other, secret, platform) => {
          fc.pre(!Buffer.from(body).equals(Buffer.from(other)));
          const delivery = signedDelivery({ platform, body, secret, id: 'msg_1' });
          const swapped = verify({ ...delivery, body: other }, platform.signature, [secret]);
          const guessed = verify(delivery, platform.signature, [`${secret}x`]);
          return !swapped.ok && !guessed.ok;
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never make verifying throw, whatever the headers hold, and never let a stranger in', () => {
    fc.assert(
      fc.property(anyBody, anyHeaders, fc.constantFrom(...signers, basic), (body, headers, platform) => {
        const delivery = signedDelivery({ platform, body, unsigned: true, headers });
        return !verify(delivery, platform.signature, ['user:whsec_test_123']).ok;
      }),
      { numRuns: 500 },
    );
  });
});
