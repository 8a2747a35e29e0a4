import { showCollection, type ShownCollection, type ShownRecords } from '../shown-records.ts';
import { type Environment, environments, type HaloConnectData } from './records.ts';
import { eventTypes, type HaloConnectWebhook, type Webhooks } from './webhooks.ts';

const scopes: Readonly<Record<Environment, string>> = { production: 'Production', stage: 'Stage' };

export function shownRecords(
  data: Readonly<Record<Environment, HaloConnectData>>,
  webhooks: Webhooks,
): ShownRecords {
  return {
    webhooks: environments.flatMap((environment) => showWebhook(webhooks.find(environment))),
    collections: environments.flatMap((environment) =>
      showEnvironment(data[environment], scopes[environment]),
    ),
  };
}

/** Registered queries may have an address of their own. */
function showWebhook(webhook: HaloConnectWebhook | undefined): ShownRecords['webhooks'] {
  if (webhook === undefined) return [];
  const { id, url, registeredUrl } = webhook;
  const shown = { id, enabled: true, scope: scopes[id] };
  if (registeredUrl === url) return [{ ...shown, url, events: eventTypes }];
  const events = eventTypes.filter((type) => type !== 'registered');
  return [
    { ...shown, url, events },
    { ...shown, url: registeredUrl, events: ['registered'] },
  ];
}

function showEnvironment(data: HaloConnectData, scope: string): ShownCollection[] {
  return [
    showCollection(data.sites, { name: 'sites', label: 'Sites', scope }, (record) => ({
      summary: record.name,
      record,
    })),
    showCollection(data.asyncQueries, { name: 'asyncQueries', label: 'Async queries', scope }, (record) => ({
      summary: record.status,
      record,
    })),
    showCollection(
      data.registeredQueries,
      { name: 'registeredQueries', label: 'Registered queries', scope },
      (record) => ({ summary: record.name, record }),
    ),
  ];
}
