/** What a Zap knows when it calls a trigger. */
export interface ZapSetting {
  authData?: Record<string, unknown>;
  inputData?: Record<string, unknown>;
  meta?: Record<string, unknown>;
  /** What performSubscribe returned. */
  subscribeData?: unknown;
  targetUrl?: string;
  /** Calls of one Zap share a cursor; the cache is shared by all, as Zapier's is. */
  zap?: string;
}

/** One HTTP request to a Zap's hook URL. */
export interface HookRequest {
  method?: string;
  headers?: Record<string, string>;
  /** Without `?`. */
  querystring?: string;
  body?: Uint8Array;
}

const META = {
  isBulkRead: false,
  isFillingDynamicDropdown: false,
  isLoadingSample: false,
  isPopulatingDedupe: false,
  isTestingAuth: false,
  limit: -1,
  page: 0,
  timezone: null,
};

/** A bundle with every part that Zapier always sends. */
export function bundleOf(setting: ZapSetting): Record<string, unknown> {
  const { authData = {}, inputData = {}, meta = {}, subscribeData, targetUrl } = setting;
  return {
    authData,
    inputData,
    inputDataRaw: inputData,
    meta: { ...META, ...meta },
    ...(subscribeData !== undefined && { subscribeData }),
    ...(targetUrl !== undefined && { targetUrl }),
  };
}

const titleCase = (name: string) => name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/**
 * Zapier's form of a request: header names in title case and with `Http-` before them, but for two, and the body as
 * text, in which bytes that are not UTF-8 are lost.
 * @see https://docs.zapier.com/platform/reference/cli-docs#bundle-rawrequest
 */
export function rawRequest({
  method = 'POST',
  headers = {},
  querystring = '',
  body = new Uint8Array(),
}: HookRequest) {
  const entries = Object.entries(headers).map(([name, value]) => {
    const bare = /^content-(type|length)$/i.test(name);
    return [`${bare ? '' : 'Http-'}${titleCase(name)}`, value] as const;
  });
  const content = Buffer.from(body).toString('utf8');
  return { method, querystring, headers: Object.fromEntries(entries), content };
}

/** The parsed body, and beside its fields the parsed query. An array stays an array, without the query. */
export function cleanedRequest({
  headers = {},
  querystring = '',
  body = new Uint8Array(),
}: HookRequest): unknown {
  const parsed = parse(Buffer.from(body).toString('utf8'), contentType(headers));
  if (Array.isArray(parsed)) return parsed;
  return { ...parsed, querystring: Object.fromEntries(new URLSearchParams(querystring)) };
}

function contentType(headers: Record<string, string>): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

function parse(content: string, type: string): Record<string, unknown> | unknown[] {
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(content));
  try {
    const value = JSON.parse(content) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Zapier accepts what it cannot parse: the app still has the raw content.
    return {};
  }
}
