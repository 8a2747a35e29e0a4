import type { JsonObject } from '@carehooks/core';
import type { DeliveryRecord, ServedRequest } from '../../src/index.ts';
import { compareItems } from '../../src/playground/hosts/compare.ts';
import type { HostOutcome } from '../../src/playground/hosts/outcome.ts';
import type { Run } from '../../src/playground/run.ts';

/** Deliveries and runs that never were, for tests of what the page shows. */

const at = '2026-01-15T09:30:00.000Z';

const attempt: DeliveryRecord['attempts'][number] = {
  startedAt: at,
  duration: 12,
  request: { method: 'POST', url: 'http://127.0.0.1/hook', headers: { a: 'b' }, body: '{}', bodyBytes: 2 },
  outcome: { kind: 'answered', status: 200, headers: {}, body: '' },
};

/** @param about with the number of its attempts in place of the attempts themselves */
export function madeUpDelivery(
  id: string,
  { attempts = 0, ...about }: Partial<Omit<DeliveryRecord, 'attempts'>> & { attempts?: number } = {},
): DeliveryRecord {
  return {
    ...{ id, platform: 'halo', webhookId: 'w', events: ['closed'], url: 'http://127.0.0.1/hook' },
    ...{ faults: [], copyOf: null, queuedAt: at, state: 'pending', nextAttemptAt: null },
    ...about,
    attempts: Array.from({ length: attempts }, () => attempt),
  };
}

export const item: JsonObject = { id: 'a', trigger: { expansion: {} } };

export function accepted(...items: JsonObject[]): HostOutcome {
  return { kind: 'accepted', items };
}

export function madeUpRun(
  deliveryId: string,
  n8n: HostOutcome = accepted(item),
  zapier: HostOutcome = n8n,
  calls: readonly ServedRequest[] = [],
): Run {
  const itemsIn = (outcome: HostOutcome) => (outcome.kind === 'accepted' ? outcome.items : []);
  return {
    ...{ deliveryId, attempt: 1 },
    explanation: {
      ...{ verified: true, code: null, message: 'Fine', hint: null },
      lines: [{ topic: 'secret', state: 'ok', text: 'The secret fits.' }],
    },
    n8n: { outcome: n8n, calls },
    zapier: { outcome: zapier, calls: [] },
    differences: compareItems(itemsIn(n8n), itemsIn(zapier)),
  };
}
