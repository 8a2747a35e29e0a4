import { HTTPParser } from 'http-parser-js';
import { CliError } from '../exit.ts';
import type { Header } from './capture.ts';

// Header values are bytes; as ASCII they would lose a bit. Node reads them as Latin-1 too.
HTTPParser.encoding = 'latin1';

export interface Head {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
}

/** Ends the parsing with the head, whatever it says about a body. */
const noMore = 2;

/** @throws CliError when it is no head of a request */
export function parseHead(text: string): Head {
  let head: Head | null = null;
  const parser = new HTTPParser('REQUEST');
  parser[HTTPParser.kOnHeadersComplete] = ({ method, url, headers }) => {
    head = { method: HTTPParser.methods[method] ?? '', target: url, headers: toPairs(headers) };
    return noMore;
  };
  const result = parser.execute(Buffer.from(`${tidyHead(text)}\r\n\r\n`, 'latin1'));
  if (result instanceof Error || head === null) {
    throw new CliError(
      'The request cannot be read as HTTP.',
      'Give a file that begins with a line such as "POST /webhook HTTP/1.1", or JSON with headers and a body.',
    );
  }
  return head;
}

/** The head as HTTP/1.1 writes it: tools print the request line of HTTP/2 in several ways, or leave it out. */
function tidyHead(text: string): string {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const [, method, target] = /^([A-Za-z-]+) (\S+)(?: HTTP\/[\d.]+)?\s*$/.exec(first) ?? [];
  if (method !== undefined) return [`${method.toUpperCase()} ${target} HTTP/1.1`, ...rest].join('\r\n');
  if (!/^:?[\w-]+: /.test(first)) return text;
  const lines = [first, ...rest];
  const line = `${pseudo(lines, 'method') ?? 'POST'} ${pseudo(lines, 'path') ?? '/'} HTTP/1.1`;
  return [line, ...lines.filter((one) => !one.startsWith(':'))].join('\r\n');
}

/** A pseudo-header of HTTP/2 (RFC 9113, 8.3.1), such as `:path: /webhook`. */
function pseudo(lines: readonly string[], name: string): string | undefined {
  const start = `:${name}: `;
  return lines
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
    .trim();
}

function toPairs(flat: readonly string[]): Header[] {
  const pairs: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  }
  return pairs;
}
