import type { JsonValue } from '@carehooks/core';
import type { Concern, LiveCheck, Received } from '../check.ts';
import { change, confirmed, type Finding } from '../finding.ts';
import { fieldsOf, shown } from '../shown.ts';

/** Reads the body of the latest delivery. */
export function bodyCheck(
  id: string,
  question: string,
  concerns: Concern,
  read: (body: JsonValue, received: Received) => Finding | null,
): LiveCheck {
  return {
    ...{ id, question, concerns },
    kind: 'delivery',
    read(received) {
      const latest = received.arrivals.at(-1);
      const body = latest === undefined ? null : parse(latest.delivery.body);
      return body === null ? null : read(body, received);
    },
  };
}

/** Whether our envelope can open what is sent. */
export function envelopeCheck(concerns: Concern): LiveCheck {
  return bodyCheck('envelope', 'What is the shape of a body?', concerns, (body, { platform, arrivals }) => {
    const parts = platform.envelope.open(body, arrivals.at(-1)?.delivery.query ?? {});
    const observed = shown`Fields: ${fieldsOf(body)}.`;
    return parts.length > 0 && parts.every((part) => part !== null)
      ? confirmed(observed)
      : change(observed, shown`read a body of this shape`);
  });
}

function parse(bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as JsonValue;
  } catch {
    // What is no JSON settles nothing about its fields, and the error would quote it.
    return null;
  }
}
