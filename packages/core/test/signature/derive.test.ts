import { hkdfSync } from 'node:crypto';
import { deriveSecret } from '../../src/signature/derive.ts';

const url = 'https://n8n.example.com/webhook/1';

describe('deriving a secret', () => {
  it('follows HKDF', () => {
    const expected = hkdfSync('sha256', 'secret', 'carehooks', `eka-care ${url}`, 32);
    expect(deriveSecret('secret', 'eka-care', url)).toBe(Buffer.from(expected).toString('hex'));
  });

  it('stays the same from release to release, since platforms keep what was derived', () => {
    expect(deriveSecret('secret', 'eka-care', url)).toBe(
      'ac25f61136db4290921c8c4db9f3dd74bc37b5b1b82e3eebb398b302a0a90459',
    );
  });

  it('gives every secret, platform and target URL a key of its own', () => {
    const keys = [
      deriveSecret('secret', 'eka-care', url),
      deriveSecret('secret 2', 'eka-care', url),
      deriveSecret('secret', 'halo', url),
      deriveSecret('secret', 'eka-care', `${url}1`),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
