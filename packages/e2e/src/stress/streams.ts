import { randomUUID } from 'node:crypto';
import type { SimulatedPlatform, Simulator } from '@carehooks/simulator';
import { setUpAlly } from '../workflows/ally.ts';
import type { N8nClient } from '../client/n8n-client.ts';
import { setUpHaloConnect } from '../workflows/halo-connect.ts';
import { setUpSubscribed } from '../workflows/subscribed.ts';

/** Where a stream's workflow is made. */
export interface Place {
  readonly client: N8nClient;
  /** Of the process that takes deliveries. */
  readonly deliveryUrl: string;
  readonly simulator: Simulator;
}

type Json = Readonly<Record<string, unknown>>;

/** One platform that sends events of one kind to one workflow. */
export interface Stream {
  readonly event: string;
  readonly platform: (simulator: Simulator) => SimulatedPlatform;
  /** Makes the workflow, and tells its id. */
  setUp(place: Place): Promise<string>;
  /** The recorded body, changed so that it tells of this subject. */
  bodyAbout(recorded: Json, subject: string): Json;
  /** The subject of an item. */
  subjectOf(item: Json): unknown;
}

const name = 'Stress';

/** The platforms that send, each as its users set it up; two of them with a record to fetch. */
export const streams: readonly Stream[] = [
  {
    event: 'appointment.created',
    platform: ({ platforms }) => platforms.ally,
    setUp: async ({ client, deliveryUrl, simulator }) =>
      (await setUpAlly(client, deliveryUrl, simulator, { name, parameters: { expand: ['patient'] } })).id,
    bodyAbout: ({ data }, id) => ({ data: { ...(data as Json), id } }),
    subjectOf: ({ id }) => id,
  },
  {
    event: 'appointment.created',
    platform: ({ platforms }) => platforms.ekaCare,
    setUp: (place) => subscribe(place, 'ekaCare', 'appointment.created'),
    bodyAbout: ({ data, ...around }, subject) => ({
      ...around,
      transaction_id: subject,
      data: { ...(data as Json), appointment_id: subject },
    }),
    subjectOf: ({ appointment_id }) => appointment_id,
  },
  {
    event: 'new ticket logged',
    platform: ({ platforms }) => platforms.halo,
    setUp: (place) => subscribe(place, 'halo', 'new ticket logged'),
    bodyAbout: (recorded, subject) => ({ ...recorded, id: randomUUID(), object_id: subject }),
    subjectOf: ({ object_id }) => object_id,
  },
  {
    event: 'async',
    platform: ({ platforms }) => platforms.haloConnect,
    setUp: async ({ client, deliveryUrl, simulator }) => {
      const parameters = { events: ['async'], expand: ['site'] };
      return (await setUpHaloConnect(client, deliveryUrl, simulator, { name, parameters })).id;
    },
    bodyAbout: (recorded, subject) => ({ ...recorded, id: randomUUID(), queryId: subject }),
    subjectOf: ({ queryId }) => queryId,
  },
];

async function subscribe(
  { client, deliveryUrl, simulator }: Place,
  node: 'ekaCare' | 'halo',
  event: string,
): Promise<string> {
  const platform = simulator.platforms[node];
  const options = { node, name, platform, parameters: { events: [event] } };
  return (await setUpSubscribed(client, deliveryUrl, simulator, options)).id;
}
