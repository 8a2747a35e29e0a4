import type { JsonValue } from '../../../src/index.ts';
import { samples } from '../../../src/platforms/halo/samples.ts';
import { fixtureTime } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

/** What is offered to set a trigger up with, where this was logged of what our webhook was sent. */
async function offered(logged: JsonValue[]): Promise<readonly JsonValue[]> {
  const { list } = samples;
  if (list === undefined) throw new Error('HALO lists no samples.');
  const { run } = scriptedClient('https://care.halopsa.com/api', {
    'GET /api/Webhook': { json: [{ id: 'w_1', name: 'Carehooks f00d' }] },
    'GET /api/WebhookEvent': { json: logged.map((requestbody) => ({ requestbody })) },
    'GET /api/Tickets': { json: [] },
  });
  return run(list({}, fixtureTime));
}

describe('the samples of HALO', () => {
  it('are bodies that were truly sent, batches apart', async () => {
    const [one, two, three] = [{ object_id: 1 }, { object_id: 2 }, { object_id: 3 }];
    expect(await offered([JSON.stringify(one), JSON.stringify([two, three])])).toEqual([one, two, three]);
  });

  it('lose nothing to a body that the log has shortened', async () => {
    expect(await offered(['{"object_id": 1, "ticket": {"summ', '{"object_id":2}'])).toEqual([
      { object_id: 2 },
    ]);
  });
});
