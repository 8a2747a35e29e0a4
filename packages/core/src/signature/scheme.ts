/** Signature schemes are data: one engine (`verify`, `sign`) interprets them, and no platform owns cryptography. */
export type Scheme = HmacScheme | DiscoveryScheme | BasicScheme;

export type Algorithm = 'sha256' | 'sha512';

export type Encoding = 'hex' | 'base64';

/** `iso-8601-ticks` is written with seven decimals and an offset, as .NET does; any ISO 8601 is read. */
export type TimestampFormat = 'unix-seconds' | 'unix-milliseconds' | 'iso-8601' | 'iso-8601-ticks';

export interface HmacScheme {
  readonly kind: 'hmac';
  readonly algorithm: Algorithm;
  readonly encoding: Encoding;
  /** What is signed. `{body}` stands for the raw bytes, `{timestamp}` and `{id}` for the header values verbatim. */
  readonly content: string;
  readonly signature: SignatureField;
  readonly timestamp?: TimestampField;
  /** Header whose value stands for `{id}` in the content. */
  readonly idHeader?: string;
  /** How the secret's text becomes the key. Default: its UTF-8 bytes. */
  readonly key?: KeyForm;
}

/** How a secret's text becomes a key: as it is (`utf8`), or what is left of it without the prefix, decoded. */
export interface KeyForm {
  readonly encoding: 'utf8' | Encoding;
  readonly prefix?: string;
}

export interface SignatureField {
  readonly header: string;
  /** Text before the encoded signature, e.g. `sha256=`. */
  readonly prefix?: string;
  /** The header is a list of pairs, e.g. `t=1730189588,v1=2b84…`: pairs, and each pair's two halves, are told apart by these. */
  readonly pairs?: { readonly separator: string; readonly assign: string; readonly name: string };
}

export interface TimestampField {
  /** A header of its own, or a name in the pairs of the signature's header. */
  readonly at: { readonly header: string } | { readonly pair: string };
  readonly format: TimestampFormat;
  /** Seconds that a delivery may lie in the past or the future. A user may set another value; 0 switches it off. */
  readonly tolerance: number;
}

/**
 * For a platform that signs the raw body but does not document in which header. A delivery is authentic when any
 * header carries a valid HMAC of the body in hex or base64, with or without a `name=` prefix: only someone who has the
 * secret can make one, whatever the header is called.
 */
export interface DiscoveryScheme {
  readonly kind: 'discovery';
  readonly algorithms: readonly Algorithm[];
}

/** HTTP Basic authentication. A secret is the text `user:password`. */
export interface BasicScheme {
  readonly kind: 'basic';
  /**
   * Query parameter of the target URL that may carry the secret instead, or its password alone: for webhooks that cannot
   * send a user name and password. Then a secret may also be a token without a user name.
   */
  readonly tokenParameter?: string;
}
