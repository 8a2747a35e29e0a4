import { loadN8nPackage } from '@carehooks/harness/n8n';
import { type Simulator, startSimulator } from '@carehooks/simulator';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.reset());

afterAll(() => simulator.close());

async function testApi(data: Record<string, string>) {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.testCredential('allyApi', { baseUrl: `${simulator.url}/ally/v1`, ...data });
}

describe('the API credential', () => {
  it('is tested against the API', async () => {
    const [right, wrong] = [
      await testApi({ apiKey: 'test_carehooks' }),
      await testApi({ apiKey: 'test_wrong' }),
    ];
    expect(right).toEqual({
      status: 'OK',
      message: expect.stringMatching(/^Connected to .+ \(test mode\)\.$/),
    });
    expect(wrong).toEqual({ status: 'Error', message: expect.stringContaining('Check the API key') });
  });

  it('is not tested where its key would travel unencrypted', async () => {
    const { status, message } = await testApi({ apiKey: 'test_carehooks', baseUrl: 'http://example.com/v1' });
    expect([status, message]).toEqual(['Error', expect.stringContaining('starts with https://')]);
  });

  it('sends the key as the user set it', async () => {
    simulator.platforms.ally.settings.update({ api: { authorization: 'bearer' } });
    expect(await testApi({ apiKey: 'test_carehooks' })).toMatchObject({ status: 'Error' });
    const bearer = { apiKey: 'test_carehooks', authorizationScheme: 'Bearer' };
    expect(await testApi(bearer)).toMatchObject({ status: 'OK' });
  });
});

describe('the webhook credential', () => {
  it.each([
    ['', 'Error'],
    ['whsec_1 ', 'Error'],
    ['whsec_1\n', 'Error'],
    ['whsec_1', 'OK'],
  ])('is tested for slips of copy and paste: %j', async (secret, status) => {
    const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
    expect(await host.testCredential('allyWebhookApi', { secret })).toMatchObject({ status });
  });
});
