import { type Delivery, normalizeHeaders, type Platform } from '@carehooks/core';
import type { ExplanationLine } from '@carehooks/core/explain';
import { type Capture, type Header, headerIn, remark } from './capture.ts';
import { decodeBody } from './content-coding.ts';

export interface CapturedDelivery {
  readonly delivery: Delivery;
  readonly remarks: readonly ExplanationLine[];
}

/** When the delivery was received, as far as anything tells. */
export interface Times {
  /** As the user says it. */
  readonly at: number | undefined;
  readonly now: number;
}

/** The capture as a host would hand it to the core. */
export function toDelivery(capture: Capture, platform: Platform, times: Times): CapturedDelivery {
  const { body, remarks } = decodeBody(capture.body, headerIn(capture.headers, 'content-encoding'));
  const receipt = receiptOf(capture, times);
  return {
    delivery: {
      method: capture.method,
      headers: normalizeHeaders(grouped(capture.headers)),
      query: { ...queryOf(capture.target), ...capture.query },
      body,
      receivedAt: receipt.time,
    },
    remarks: [...capture.remarks, ...remarks, ...(hasWindow(platform) ? [receipt.remark] : [])],
  };
}

function receiptOf({ receivedAt, headers }: Capture, { at, now }: Times) {
  if (at !== undefined) {
    return { time: at, remark: remark('timestamp', 'The age is measured at the time given with --at.') };
  }
  if (receivedAt !== null) {
    const text = 'The age is measured at the time of receipt that the capture gives.';
    return { time: receivedAt, remark: remark('timestamp', text) };
  }
  const date = Date.parse(headerIn(headers, 'date') ?? '');
  if (!Number.isNaN(date)) {
    return { time: date, remark: remark('timestamp', 'The age is measured at the time of the header date.') };
  }
  const text = 'The capture does not say when it was received, so the age is measured now. Say it with --at.';
  return { time: now, remark: remark('timestamp', text) };
}

export function hasWindow({ signature }: Platform): boolean {
  return signature.kind === 'hmac' && signature.timestamp !== undefined;
}

/** Repeated headers side by side, in whatever case each is written. */
function grouped(headers: readonly Header[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return Object.fromEntries(groups);
}

function queryOf(target: string): Record<string, string> {
  const [, query = ''] = /\?([^#]*)/.exec(target) ?? [];
  return Object.fromEntries(new URLSearchParams(query));
}
