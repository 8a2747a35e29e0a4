import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { setUpAlly } from '../src/workflows/ally.ts';
import { itemsOf } from '../src/client/execution.ts';
import { repositoryRoot } from '../src/paths.ts';
import { serverVersion } from '../src/server/cache-folder.ts';
import { chosenRelease, releasesUnderTest } from '../src/server/release.ts';
import { answersOf } from './support/answers.ts';
import { setStage, type Stage } from './support/carehooks-server.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

/** What npm gets, installed into the user folder of each n8n that it is made for. */

const name = 'n8n-nodes-carehooks';
const { n8n } = JSON.parse(
  readFileSync(join(repositoryRoot(), 'packages', name, 'package.json'), 'utf8'),
) as { n8n: { nodes: string[]; credentials: string[] } };

/** Names of nodes and credentials follow from those of their files. */
const named = (file: string) =>
  basename(file)
    .replace(/^./, (letter) => letter.toLowerCase())
    .split('.')[0];
const nodes = n8n.nodes.map((file) => `${name}.${named(file)}`).sort();
const credentials = n8n.credentials.map((file) => named(file) ?? '').sort();

describe.each(releasesUnderTest().map((release) => ({ release, version: serverVersion(release) })))(
  'n8n $version',
  ({ release, version }) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await setStage({ release });
    }, FIRST_RUN_MS);

    afterAll(() => stage?.close());

    const list = <T>(kind: 'nodes' | 'credentials') =>
      stage.client.connection.file<T[]>(`/types/${kind}.json`);

    test('is the server that runs, with nothing but the tarball in its user folder', () => {
      expect(stage.server.log()).toContain(`Version: ${version}`);
      const modules = join(stage.server.userFolder, '.n8n', 'nodes', 'node_modules');
      expect(existsSync(join(modules, name, 'dist', 'core.js'))).toBe(true);
      expect(existsSync(join(modules, '@carehooks'))).toBe(false);
      expect(existsSync(join(modules, 'n8n-workflow'))).toBe(false);
    });

    test('lists every trigger, in the newest version of each', async () => {
      const types = await list<INodeTypeDescription>('nodes');
      const ours = types.filter((type) => type.name.startsWith(`${name}.`));
      expect(ours.map((type) => type.name).sort()).toEqual(nodes);
      for (const { version: typeVersion, group } of ours)
        expect([typeVersion, group]).toEqual([2, ['trigger']]);
    });

    test('lists every credential, each of them for a trigger', async () => {
      const types = await list<ICredentialType>('credentials');
      const ours = types.filter(({ supportedNodes = [] }) =>
        supportedNodes.some((node) => node.startsWith(`${name}.`)),
      );
      expect(ours.map((type) => type.name).sort()).toEqual(credentials);
    });

    test('serves the icons', async () => {
      const types = [
        ...(await list<INodeTypeDescription>('nodes')),
        ...(await list<ICredentialType>('credentials')),
      ];
      const icons = types.flatMap(({ iconUrl }) =>
        typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {}),
      );
      const ours = [...new Set(icons.filter((icon) => icon.includes(name)))];
      expect(ours.length).toBeGreaterThanOrEqual(2 * nodes.length);
      for (const icon of ours) {
        const response = await fetch(`${stage.server.url}/${icon}`);
        expect([icon, response.headers.get('content-type'), await response.text()]).toEqual([
          icon,
          expect.stringContaining('image/svg+xml'),
          expect.stringMatching(/^<svg /),
        ]);
      }
    });

    test('runs a published trigger: a signed delivery gives its item, a forged one nothing', async () => {
      const { client, server, simulator } = stage;
      const parameters = { expand: ['patient'] };
      const workflow = await setUpAlly(client, server.url, simulator, { name: 'Released', parameters });
      await client.publish(workflow.id);
      const fire = async (faults: 'forged'[]) => {
        const options = { webhookId: workflow.webhookId, faults };
        return answersOf(await simulator.platforms.ally.fire('appointment.completed', options).settled());
      };
      expect(new Set(await fire(['forged']))).toEqual(new Set([401]));
      expect(await fire([])).toEqual([200]);
      const execution = await client.waitForExecution(workflow.id, 1);
      expect(itemsOf(execution, 'Done').map(({ json }) => json)).toMatchObject([
        { patient: { firstName: 'Zoë' }, trigger: { verified: 'hmac-sha256', expansion: { patient: 'ok' } } },
      ]);
      expect(await client.executions(workflow.id)).toHaveLength(1);
      await client.unpublish(workflow.id);
      expect(await fire([])).toEqual(expect.arrayContaining([404]));
    });
  },
);

describe('CAREHOOKS_N8N', () => {
  const given = process.env.CAREHOOKS_N8N;

  afterEach(() => {
    if (given === undefined) delete process.env.CAREHOOKS_N8N;
    else process.env.CAREHOOKS_N8N = given;
  });

  test.each([
    ['', '2', ['1', '2']],
    ['1', '1', ['1']],
    ['2', '2', ['2']],
  ])('"%s" has tests run on n8n %s', (name, one, all) => {
    process.env.CAREHOOKS_N8N = name;
    expect([chosenRelease(), releasesUnderTest()]).toEqual([one, all]);
  });

  test('names no other n8n', () => {
    process.env.CAREHOOKS_N8N = '1.123';
    expect(chosenRelease).toThrow('CAREHOOKS_N8N is "1.123": set it to 1 or 2, or leave it out.');
  });
});
