import type { Envelope } from '../../envelope.ts';
import { asText, isJsonObject, type JsonObject } from '../../json.ts';

/** Fields of the body by the variables that Halo Connect fills in for them in the URL. */
const variables = { siteId: 'siteId', queryId: 'queryId', webhookSource: 'source' } as const;

type Query = Readonly<Record<string, string>>;

/**
 * The body is the event itself and holds ids only. What it lacks is taken from the query of the URL, where a user may
 * have put `?siteId={siteId}&queryId={queryId}&source={source}`: https://haloconnect.io/blog/webhooks-now-live
 */
export const envelope: Envelope = {
  open(body, query = {}) {
    const id = isJsonObject(body) ? asText(body['id']) : null;
    if (!isJsonObject(body) || id === null) return [null];
    const entity = { ...body, ...lacking(body, query) };
    return [
      {
        entity,
        entityId: asText(entity['queryId']),
        version: id,
        occurredAt: asText(entity['occurredAt']),
        deliveryId: id,
        type: asText(entity['webhookSource']),
        typeFrom: asText(body['webhookSource']) === null ? 'url' : 'body',
      },
    ];
  },
};

function lacking(body: JsonObject, query: Query): JsonObject {
  const found = Object.entries(variables).flatMap(([field, variable]) => {
    const value = Object.hasOwn(query, variable) ? query[variable] : undefined;
    return asText(body[field]) === null && isFilled(value) ? [[field, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** False for a variable that nobody replaced, as in a request that a person made with the URL as it is set up. */
function isFilled(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !/^\{.*\}$/.test(value);
}
