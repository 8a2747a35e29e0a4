import { halo, type JsonValue } from '../../../src/index.ts';
import type { ScriptedAnswer } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

function offered(answer: ScriptedAnswer) {
  return scriptedClient('https://care.halopsa.com/api', answer).run(halo.choices.events());
}

async function values(rows: JsonValue): Promise<string[]> {
  return (await offered({ json: rows })).map(({ value }) => value);
}

const known = [
  '3 New Ticket Logged',
  '19 Ticket Updated by User',
  '76 Ticket Status Changed',
  '39 Closed',
  '42 1st SLA Warning',
  '46 2nd SLA Warning',
  '70 Ticket Deadline',
  '1072 Ticket Deleted',
];

test.each<JsonValue>([null, {}, { message: 'Please sign in' }, 'text'])(
  'no list is made of the answer %j, which holds none',
  async (json) => {
    await expect(offered({ json })).rejects.toMatchObject({ code: 'api-answer-unexpected' });
  },
);

describe('the list of events of an instance', () => {
  it('is read by number and name, and sorted by name', async () => {
    const rows = [
      { id: 2, name: 'New Ticket Logged', value2: '3' },
      { id: 1, name: 'Closed', value2: 39 },
      { id: 3, name: 'Nameless later', value2: null },
    ];
    expect(await values(rows)).toEqual(['39 Closed', '3 New Ticket Logged']);
    expect(await values({ record_count: 3, lookups: rows })).toEqual(['39 Closed', '3 New Ticket Logged']);
  });

  it('offers the event for all agents where it exists for the assigned one as well', async () => {
    const [all, assigned] = [
      { id: 1, name: 'Ticket Reassigned - All', value2: '5' },
      { id: 2, name: 'Ticket Reassigned (mine) - Assigned', value2: '5' },
    ];
    expect(await values([all, assigned])).toEqual(['5 Ticket Reassigned']);
    expect(await values([assigned, all])).toEqual(['5 Ticket Reassigned']);
  });

  it('is read from the field under which known events have their numbers', async () => {
    const rows = [
      { id: 3, name: 'New Ticket Logged', value2: '900' },
      { id: 39, name: 'Closed', value2: '901' },
    ];
    expect(await values(rows)).toEqual(['39 Closed', '3 New Ticket Logged']);
  });

  it('is believed in another language', async () => {
    expect(await values([{ id: 9, name: 'Neues Ticket', value2: '3' }])).toEqual(['3 Neues Ticket']);
  });

  it.each<[string, ScriptedAnswer]>([
    ['may not be read', { status: 403 }],
    ['is not there', { status: 404 }],
    ['is empty', { json: [] }],
    ['has no numbers', { json: [{ id: 'x', name: 'Closed' }] }],
    ['has other numbers', { json: [{ id: 7, name: 'Closed', value2: '8' }] }],
  ])('is replaced by the known events where it %s', async (_what, answer) => {
    expect((await offered(answer)).map(({ value }) => value)).toEqual(known);
  });

  it('tells when the token is refused', async () => {
    await expect(offered({ status: 401 })).rejects.toMatchObject({ code: 'api-unauthorized' });
  });
});
