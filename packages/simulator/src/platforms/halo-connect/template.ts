/** What a body tells, as far as it can be read: whoever fires an event may send any body. */
export interface Told {
  readonly id?: string;
  readonly siteId?: string;
  readonly queryId?: string;
  readonly webhookSource?: string;
}

export function readBody(body: Uint8Array): Told {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    // A body that is no JSON is sent all the same; it tells nothing.
    return {};
  }
  const texts = Object.entries(value ?? {}).filter(([, one]) => typeof one === 'string');
  return Object.fromEntries(texts) as Told;
}

/** Replaces the variables of a URL: https://haloconnect.io/blog/webhooks-now-live */
export function fillTemplate(url: string, { siteId, queryId, webhookSource }: Told): string {
  const values: Readonly<Record<string, string | undefined>> = { siteId, queryId, source: webhookSource };
  return url.replace(/\{(siteId|queryId|source)\}/g, (variable, name: string) =>
    values[name] === undefined ? variable : encodeURIComponent(values[name]),
  );
}
