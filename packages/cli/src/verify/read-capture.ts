import type { Capture } from './capture.ts';
import { readJsonCapture } from './json-capture.ts';
import { readRawCapture } from './raw-capture.ts';

/**
 * The request in what a tool captured: raw HTTP, or JSON in one of the shapes that tools write.
 *
 * @throws CliError when there is none
 */
export function readCapture(bytes: Buffer): Capture {
  const isJson = /^(?:\xef\xbb\xbf)?\s*[[{]/.test(bytes.subarray(0, 1_000).toString('latin1'));
  return isJson ? readJsonCapture(bytes) : readRawCapture(bytes);
}
