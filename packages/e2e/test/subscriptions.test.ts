import type { SimulatedPlatform } from '@carehooks/simulator';
import { itemsOf } from '../src/client/execution.ts';
import { setUpSubscribed, type SubscribedWorkflow } from '../src/workflows/subscribed.ts';
import { setStage, type Stage } from './support/carehooks-server.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

/** A subscription as the platform lists it, whatever its own words for it. */
interface Listed {
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
}

interface Case {
  readonly title: string;
  readonly node: string;
  readonly events: readonly [string, string];
  readonly platform: (stage: Stage) => SimulatedPlatform;
  readonly listed: (stage: Stage) => Listed[];
  /** Rows that would be left behind if only half were removed. */
  readonly leftovers: (stage: Stage) => number;
  /** Somebody removes them all at the platform, or switches them off where that can be. */
  readonly removeAll: (stage: Stage) => void;
  readonly disable?: (stage: Stage) => void;
  /** Path of the API for subscriptions, as faults of the simulator know it. */
  readonly path: string;
}

const numbers: Readonly<Record<string, string>> = { '3': 'new ticket logged', '76': 'ticket status changed' };

const cases: readonly Case[] = [
  {
    title: 'Eka Care',
    node: 'ekaCare',
    events: ['appointment.created', 'appointment.updated'],
    platform: ({ simulator }) => simulator.platforms.ekaCare,
    listed: ({ simulator }) =>
      simulator.platforms.ekaCare.webhooks.list().map(({ endpoint, event_names }) => ({
        url: endpoint,
        events: [...event_names].sort(),
        enabled: true,
      })),
    leftovers: ({ simulator }) => simulator.platforms.ekaCare.webhooks.list().length,
    removeAll: ({ simulator }) => simulator.platforms.ekaCare.webhooks.clear(),
    path: '/notification/v1/connect/webhook/subscriptions',
  },
  {
    title: 'HALO',
    node: 'halo',
    events: ['new ticket logged', 'ticket status changed'],
    platform: ({ simulator }) => simulator.platforms.halo,
    listed: ({ simulator: { platforms } }) =>
      platforms.halo.webhooks.list().map(({ id, url, active, disabled }) => ({
        url,
        events: platforms.halo.webhooks
          .notifications(id)
          .map(({ eventno }) => numbers[eventno] ?? String(eventno))
          .sort(),
        enabled: active && !disabled,
      })),
    leftovers: ({ simulator: { platforms } }) =>
      platforms.halo.webhooks.list().length + platforms.halo.webhooks.notifications().length,
    removeAll: ({ simulator }) => simulator.platforms.halo.webhooks.clear(),
    disable: ({ simulator }) => {
      const { webhooks } = simulator.platforms.halo;
      for (const webhook of webhooks.list()) webhooks.update(webhook, { active: false });
    },
    path: '/api/Webhook',
  },
];

describe.each(cases)(
  '$title on n8n',
  ({ node, events, platform, listed, leftovers, removeAll, disable, path }) => {
    let stage: Stage;

    beforeAll(async () => {
      // After a crash n8n takes a publication up again when its lease has ended; the usual minutes are too long.
      stage = await setStage({ env: { N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '30' } });
    }, FIRST_RUN_MS);

    beforeEach(() => {
      platform(stage).apiFaults.clear();
      removeAll(stage);
    });

    afterAll(() => stage?.close());

    const [first, second] = events;

    function setUp(name: string, chosen: readonly string[] = [first]): Promise<SubscribedWorkflow> {
      return setUpSubscribed(stage.client, stage.server.url, stage.simulator, {
        node,
        name,
        platform: platform(stage),
        parameters: { events: [...chosen] },
      });
    }

    const right = (workflow: SubscribedWorkflow, chosen: readonly string[] = [first]): Listed[] => [
      { url: workflow.url, events: [...chosen].sort(), enabled: true },
    ];

    async function choose(workflow: SubscribedWorkflow, chosen: readonly string[]): Promise<void> {
      const { name, nodes, connections } = await stage.client.workflow(workflow.id);
      const changed = nodes.map((one) =>
        one.name === workflow.trigger.name
          ? { ...one, parameters: { ...one.parameters, events: [...chosen] } }
          : one,
      );
      await stage.client.updateWorkflow(workflow.id, { name, nodes: changed, connections, settings: {} });
    }

    test('publishing makes one right subscription, which delivers; unpublishing leaves nothing', async () => {
      const workflow = await setUp('Life');
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      const [delivery] = await platform(stage).fire(first).settled();
      expect(delivery?.state).toBe('delivered');
      const [execution] = await stage.client.waitForExecutions(workflow.id, 1);
      expect(execution && itemsOf(execution, 'Done')).toHaveLength(1);
      const [forged] = await platform(stage)
        .fire(first, { faults: ['forged'] })
        .settled();
      expect(forged?.attempts[0]?.outcome).toMatchObject({ kind: 'answered', status: 401 });
      await stage.client.unpublish(workflow.id);
      expect(leftovers(stage)).toBe(0);
    });

    test('publishing twice, and another choice of events, leave one right subscription', async () => {
      const workflow = await setUp('Changes');
      await stage.client.publish(workflow.id);
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      await choose(workflow, events);
      expect(listed(stage)).toEqual(right(workflow, events));
      await choose(workflow, [second]);
      expect(listed(stage)).toEqual(right(workflow, [second]));
      await stage.client.deleteWorkflow(workflow.id);
      expect(leftovers(stage)).toBe(0);
    });

    test('a subscription that was deleted or switched off at the platform is right again once published anew', async () => {
      const workflow = await setUp('Heals');
      await stage.client.publish(workflow.id);
      removeAll(stage);
      await stage.client.unpublish(workflow.id);
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      disable?.(stage);
      await stage.client.unpublish(workflow.id);
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      await stage.client.deleteWorkflow(workflow.id);
    });

    test('a platform that refuses to make one is named with what to do, and nothing is left', async () => {
      const workflow = await setUp('Refused');
      platform(stage).apiFaults.add({
        fault: { kind: 'status', status: 500 },
        method: 'POST',
        path,
      });
      await expect(stage.client.publish(workflow.id, { timeout: 60_000 })).rejects.toThrow(
        'The API has a fault of its own [HTTP 500]. Try again later.',
      );
      expect(leftovers(stage)).toBe(0);
      platform(stage).apiFaults.clear();
      await stage.client.unpublish(workflow.id);
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      await stage.client.deleteWorkflow(workflow.id);
    });

    test('one that could not be removed is adopted when the workflow is published again', async () => {
      const workflow = await setUp('Stuck');
      await stage.client.publish(workflow.id);
      platform(stage).apiFaults.add({ fault: { kind: 'status', status: 500 }, method: 'DELETE' });
      await stage.client.unpublish(workflow.id, { timeout: 60_000 }).catch(() => undefined);
      expect(listed(stage)).toHaveLength(1);
      platform(stage).apiFaults.clear();
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      await stage.client.unpublish(workflow.id);
      expect(leftovers(stage)).toBe(0);
    });

    test('a crash while one is made leaves one right subscription once published anew', async () => {
      const workflow = await setUp('Crash');
      const made = new Promise<void>((resolve) => {
        const stop = stage.simulator.feed.subscribe((event) => {
          if (event.type !== 'webhook-created') return;
          stop();
          resolve();
        });
      });
      const published = stage.client.publish(workflow.id).catch(() => undefined);
      await made;
      await stage.server.kill();
      await published;
      await stage.server.start();
      // n8n takes the publication up again without calling the node: what is half made is put right by publishing anew.
      await stage.client.publish(workflow.id, { timeout: 90_000 });
      await stage.client.unpublish(workflow.id);
      await stage.client.publish(workflow.id);
      expect(listed(stage)).toEqual(right(workflow));
      await stage.client.unpublish(workflow.id);
      expect(leftovers(stage)).toBe(0);
    });
  },
);
