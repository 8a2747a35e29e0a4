import { type Capture, headerIn, remark } from './capture.ts';
import { unframe } from './framing.ts';
import { parseHead } from './http-head.ts';

interface Parts {
  readonly head: string;
  readonly body: Buffer;
}

/**
 * A request as it goes over the wire, or as tools print it: with LF as line ends, with the version of HTTP/2, or with
 * the marks of `curl -v`.
 *
 * @throws CliError when it has no readable head
 */
export function readRawCapture(bytes: Buffer): Capture {
  const { head, body } = fromCurl(bytes) ?? split(bytes);
  const { method, target, headers } = parseHead(head);
  const framed = unframe(body, {
    length: headerIn(headers, 'content-length'),
    coding: headerIn(headers, 'content-encoding'),
    transfer: headerIn(headers, 'transfer-encoding'),
  });
  const empty = framed.body.length === 0 ? [remark('body', 'The capture has no body.')] : [];
  const remarks = [...framed.remarks, ...empty];
  return { method, target, query: {}, headers, body: framed.body, receivedAt: null, remarks };
}

/** Over Latin-1, in which every byte is one character. */
function split(bytes: Buffer): Parts {
  const text = bytes.toString('latin1');
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const gap = /\r?\n\r?\n/g;
  gap.lastIndex = start;
  const end = gap.exec(text);
  if (end === null) return { head: text.slice(start), body: Buffer.alloc(0) };
  return { head: text.slice(start, end.index), body: bytes.subarray(gap.lastIndex) };
}

/** What `curl -v` prints: `> ` before each line of the head, `* ` and `< ` before what is not of the request. */
function fromCurl(bytes: Buffer): Parts | null {
  const lines = bytes.toString('latin1').split('\n');
  const start = lines.findIndex((line) => /^> [A-Z]+ \S/.test(line));
  if (start < 0) return null;
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => /^>\s*$/.test(line));
  const head = rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.startsWith('> '));
  const after = end < 0 ? [] : rest.slice(end + 1);
  const stop = after.findIndex((line) => /^(?:[*<]|[{}] \[)/.test(line));
  const body = after.slice(0, stop < 0 ? after.length : stop).join('\n');
  return { head: head.map((line) => line.slice(2)).join('\n'), body: Buffer.from(body, 'latin1') };
}
