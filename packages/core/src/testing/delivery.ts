import type { Delivery } from '../delivery.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Algorithm, BasicScheme, Encoding, HmacScheme } from '../signature/scheme.ts';
import { sign } from '../signature/sign.ts';
import { fixtureTime } from './moment.ts';
import { fixtureSecret } from './secret.ts';

export type Signer = Pick<Platform, 'id' | 'signature'>;

export interface DeliveryOptions {
  readonly platform: Signer;
  /** Bytes and text go out as they are, anything else as JSON. */
  readonly body: Uint8Array | string | JsonObject | JsonValue[];
  /** Default: the secret of the fixtures. */
  readonly secret?: string;
  /** When it is sent, in milliseconds since 1970. Default: the time of the fixtures. */
  readonly time?: number;
  /** When it arrives. Default: when it is sent. */
  readonly receivedAt?: number;
  /** The delivery's id, for schemes that send one. */
  readonly id?: string;
  /** Lower-case name of the signature's header, instead of the scheme's own or a made-up one. */
  readonly header?: string;
  readonly algorithm?: Algorithm;
  readonly encoding?: Encoding;
  /** Text before the signature, e.g. `sha256=`. */
  readonly prefix?: string;
  /** Leaves out the signature, and a timestamp with it. */
  readonly unsigned?: boolean;
  /** Signs with another secret: right in shape and wrong in content. */
  readonly forged?: boolean;
  /** Headers beside the signature, in lower case; they win. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * A delivery as the platform would send it.
 *
 * @example
 * signedDelivery({ platform: ally, body: { data: { id: 'apt_1' } }, header: 'x-heim-signature' });
 */
export function signedDelivery(options: DeliveryOptions): Delivery {
  const body = toBytes(options.body);
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proofHeaders(body, options), ...options.headers },
    query: { ...options.query },
    body,
    receivedAt: options.receivedAt ?? options.time ?? fixtureTime,
  };
}

/** The scheme that the builder signs with: for a platform whose header is not documented, a likely one. */
export function signingScheme(
  options: Pick<DeliveryOptions, 'platform' | 'header' | 'algorithm' | 'encoding' | 'prefix'>,
): HmacScheme | BasicScheme {
  const { id, signature: scheme } = options.platform;
  if (scheme.kind === 'basic') return scheme;
  const hmac: HmacScheme =
    scheme.kind === 'hmac'
      ? scheme
      : {
          kind: 'hmac',
          algorithm: scheme.algorithms[0] ?? 'sha256',
          encoding: 'hex',
          content: '{body}',
          signature: { header: `x-${id}-signature` },
        };
  return {
    ...hmac,
    algorithm: options.algorithm ?? hmac.algorithm,
    encoding: options.encoding ?? hmac.encoding,
    signature: {
      ...hmac.signature,
      header: options.header ?? hmac.signature.header,
      prefix: options.prefix ?? hmac.signature.prefix ?? '',
    },
  };
}

function proofHeaders(body: Uint8Array, options: DeliveryOptions): Record<string, string> {
  if (options.unsigned === true) return {};
  const scheme = signingScheme(options);
  const known = options.secret ?? fixtureSecret(options.platform);
  const secret = options.forged === true ? `${known} of someone else` : known;
  if (scheme.kind === 'basic') {
    return { authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
  }
  const time = options.time ?? fixtureTime;
  return sign(body, scheme, secret, options.id === undefined ? { time } : { time, id: options.id });
}

function toBytes(body: DeliveryOptions['body']): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
