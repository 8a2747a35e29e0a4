import type { Delivery } from '@carehooks/core';
import type { Concern, LiveCheck } from '../check.ts';
import { change, confirmed } from '../finding.ts';
import { listOf, nameOf, shown, typeOf } from '../shown.ts';

/** A header whose value is the name of an event. */
export function eventHeaderCheck(concerns: Concern): LiveCheck {
  return {
    id: 'event-header',
    question: 'Which header names the event?',
    concerns,
    kind: 'delivery',
    read({ arrivals, platform }) {
      const latest = arrivals.at(-1);
      if (latest === undefined) return null;
      const types = new Set(platform.events.map(({ type }) => type));
      const naming = headersOf(latest.delivery).filter(([, value]) => types.has(value));
      if (naming.length === 0) return confirmed(shown`No header holds the name of an event that we know.`);
      const names = listOf(naming.map(([name]) => nameOf(name)));
      return change(shown`Named in ${names}.`, shown`read the event from the header ${names}`);
    },
  };
}

/** A time or an id of the delivery, which could give it a replay window or a number of its own. */
export function stampHeadersCheck(concerns: Concern): LiveCheck {
  return {
    id: 'stamp-headers',
    question: 'Which headers hold a time or an id of the delivery?',
    concerns,
    kind: 'delivery',
    read({ arrivals }) {
      const latest = arrivals.at(-1);
      if (latest === undefined) return null;
      const stamps = headersOf(latest.delivery).flatMap(([name, value]) => {
        const type = typeOf(value);
        return /time|since|GUID/.test(type) ? [shown`${nameOf(name)} (${type})`] : [];
      });
      if (stamps.length === 0) return confirmed(shown`No header holds a time or a GUID.`);
      return change(
        shown`Such headers: ${listOf(stamps)}.`,
        shown`look whether ${listOf(stamps)} can give a replay window or a delivery id; a tunnel may have added them`,
      );
    },
  };
}

/** What HTTP, proxies and tunnels add, whoever sends. */
const general =
  /^(?:host|date|user-agent|accept.*|content-.*|connection|forwarded|via|x-forwarded-.*|x-real-ip|traceparent|tracestate|cf-.*|ngrok-.*)$/;

/** The headers that may be the platform's own. */
export function headersOf({ headers }: Delivery): ReadonlyArray<readonly [string, string]> {
  return Object.entries(headers).filter(([name]) => !general.test(name));
}
