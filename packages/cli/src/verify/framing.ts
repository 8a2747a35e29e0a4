import { HTTPParser } from 'http-parser-js';
import { type Capture, remark } from './capture.ts';

type Framed = Pick<Capture, 'body' | 'remarks'>;

/** What the head says about how the body ends. */
interface Framing {
  readonly length: string | undefined;
  readonly coding: string | undefined;
  readonly transfer: string | undefined;
}

/** The body without what HTTP/1.1 or an editor put around it. */
export function unframe(rest: Buffer, { length, coding, transfer }: Framing): Framed {
  if (transfer?.toLowerCase() === 'chunked') return joinChunks(rest);
  // The length is that of the encoded body, and many tools save the decoded one.
  const surplus = length === undefined || coding !== undefined ? 0 : rest.length - Number(length);
  if (!(surplus > 0) || !/^[\r\n]+$/.test(rest.subarray(-surplus).toString('latin1'))) {
    return { body: rest, remarks: [] };
  }
  const text = 'Line breaks after the end that content-length tells are left out: an editor put them there.';
  return { body: rest.subarray(0, -surplus), remarks: [remark('body', text)] };
}

const head = 'POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n';

/** Tools print a chunked body with its chunks, or joined already. */
function joinChunks(rest: Buffer): Framed {
  const plain: Framed = { body: rest, remarks: [] };
  if (!/^[0-9a-f]+(?:;[^\n]*)?\r?\n/i.test(rest.subarray(0, 200).toString('latin1'))) return plain;
  const chunks: Buffer[] = [];
  let complete = false;
  const parser = new HTTPParser('REQUEST');
  parser[HTTPParser.kOnBody] = (chunk) => void chunks.push(chunk);
  parser[HTTPParser.kOnMessageComplete] = () => void (complete = true);
  parser.execute(Buffer.concat([Buffer.from(head), rest]));
  const body = Buffer.concat(chunks);
  return complete
    ? { body, remarks: [remark('body', 'The chunks of the body are joined.')] }
    : { body, remarks: [remark('body', 'The chunks of the body are joined, and its end is missing.')] };
}
