import type { HmacScheme } from '../../src/index.ts';
import type { Signer } from '../../src/testing/index.ts';

/** Schemes of every shape that the engine knows. */
const plain: HmacScheme = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{body}',
  signature: { header: 'x-signature' },
};

const prefixed: HmacScheme = {
  ...plain,
  algorithm: 'sha512',
  encoding: 'base64',
  signature: { header: 'x-signature', prefix: 'sha512=' },
};

const stamped: HmacScheme = {
  ...plain,
  content: '{timestamp}.{body}',
  signature: { header: 'x-signature', pairs: { separator: ',', assign: '=', name: 'v1' } },
  timestamp: { at: { pair: 't' }, format: 'unix-seconds', tolerance: 180 },
};

const trailing: HmacScheme = {
  ...plain,
  content: '{body}.{timestamp}',
  timestamp: { at: { header: 'x-timestamp' }, format: 'iso-8601', tolerance: 300 },
};

const identified: HmacScheme = {
  ...plain,
  encoding: 'base64',
  content: '{id}.{timestamp}.{body}',
  signature: { header: 'x-signature', pairs: { separator: ' ', assign: ',', name: 'v1' } },
  timestamp: { at: { header: 'x-timestamp' }, format: 'unix-milliseconds', tolerance: 300 },
  idHeader: 'x-id',
};

export const schemes = { plain, prefixed, stamped, trailing, identified };

/** Something to sign for, with a scheme of one's own. */
export function signer(signature: Signer['signature']): Signer {
  return { id: 'made-up', signature };
}

export const basic = signer({ kind: 'basic' });

export const discovery = signer({ kind: 'discovery', algorithms: ['sha256', 'sha512'] });
