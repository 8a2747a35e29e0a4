import { derivedSecrets, larkmereDiary, targetKey } from '@carehooks/core';
import { readFixture, signedDelivery } from '@carehooks/core/testing';
import { type ActiveNode, loadN8nPackage } from '@carehooks/harness/n8n';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import type { INodeType } from 'n8n-workflow';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.reset());

afterAll(() => simulator.close());

const platform = () => simulator.platforms.larkmereDiary;
const connection = () => platform().account.connection(simulator.url);

async function addTrigger(): Promise<ActiveNode> {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.activateNode({
    node: 'larkmereDiaryTrigger',
    parameters: { events: ['booking.created'], expand: ['client'], output: 'full', options: {} },
    // The simulator runs on this machine, so the workflow may as well.
    baseUrl: 'http://127.0.0.1:5678',
    credentials: { larkmereDiaryApi: { ...connection() } },
  });
}

describe('the Larkmere Diary trigger', () => {
  it('registers its hook when the workflow is published, and removes it afterwards', async () => {
    const node = await addTrigger();
    await node.hook('create');
    expect(platform().hooks.list()).toMatchObject([{ url: node.webhookUrl(), events: ['booking.created'] }]);
    await node.hook('delete');
    expect(platform().hooks.list()).toEqual([]);
  });

  it('takes of a batch what was chosen, and fills in the client', async () => {
    const node = await addTrigger();
    const [secret = ''] = derivedSecrets(larkmereDiary, connection(), targetKey(node.webhookUrl()));
    const body = readFixture(larkmereDiary.id, 'batch');
    const sent = signedDelivery({ platform: larkmereDiary, body, secret, time: Date.now(), id: 'dlv_1' });
    const { run } = await node.receive({ method: 'POST', headers: { ...sent.headers }, body });
    expect(run?.items[0]?.map(({ json }) => json)).toMatchObject([
      { id: 'bkg_3190', client: { id: 'cli_208' }, trigger: { event: 'booking.created' } },
    ]);
  });

  it('tests its credential, which asks for what the core takes', async () => {
    const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
    const test = (apiKey: string) => host.testCredential('larkmereDiaryApi', { ...connection(), apiKey });
    expect(await test('trial_carehooks')).toMatchObject({ status: 'OK' });
    expect(await test('trial_of_someone_else')).toMatchObject({ status: 'Error' });
    const fields = host.package.credentials.get('larkmereDiaryApi')?.properties ?? [];
    expect(fields.map(({ name }) => name)).toEqual(larkmereDiary.settings.map(({ key }) => key));
  });

  it('offers every event and every relation', async () => {
    const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
    const { description } = host.package.nodes.get('larkmereDiaryTrigger') as INodeType;
    const valuesOf = (name: string) =>
      description.properties
        .find((property) => property.name === name)
        ?.options?.map((option) => 'value' in option && option.value);
    expect(valuesOf('events')).toEqual(['*', ...larkmereDiary.events.map(({ type }) => type).sort()]);
    expect(valuesOf('expand')).toEqual(Object.keys(larkmereDiary.relations));
  });
});
