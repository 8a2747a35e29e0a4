import { errorOf, itemsOf } from '../src/client/execution.ts';
import { N8nClient } from '../src/client/n8n-client.ts';
import { testWebhookUrl, webhookUrl, workflowOf } from '../src/client/workflow.ts';
import type { N8nServer } from '../src/server/n8n-server.ts';
import { FIRST_RUN_MS, pingTrigger, startPingServer } from './support/ping-server.ts';
import { processesOfGroup, untilGone } from './support/processes.ts';

let server: N8nServer;
let client: N8nClient;

beforeAll(async () => {
  server = await startPingServer();
  client = await N8nClient.connect(server.url);
}, FIRST_RUN_MS);

afterAll(() => server?.dispose());

async function ping(url: string, body: unknown, word = 'please'): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-ping-word': word };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await response.body?.cancel();
  return response.status;
}

async function publishedPing(name: string) {
  const trigger = pingTrigger(name);
  const { id } = await client.createWorkflow(workflowOf(trigger));
  await client.publish(id);
  return { id, trigger, url: webhookUrl(server.url, trigger, 'ping') };
}

test('delivers to a published trigger, over a restart, until it is unpublished', async () => {
  const { id, url } = await publishedPing('Over a restart');

  expect(await ping(url, { number: 1 }, 'now')).toBe(401);
  expect(await ping(url, { number: 1 })).toBe(202);
  await client.waitForExecution(id, 1);

  await server.restart();
  expect(await ping(url, { number: 2 })).toBe(202);
  const executions = await client.waitForExecutions(id, 2);
  const marked = (number: number) => [expect.objectContaining({ json: { number, mode: 'webhook' } })];
  expect(executions.map((execution) => itemsOf(execution, 'Over a restart'))).toEqual([marked(1), marked(2)]);
  expect(executions.map((execution) => itemsOf(execution, 'Done'))).toEqual([marked(1), marked(2)]);

  await client.unpublish(id);
  expect(await ping(url, { number: 3 })).toBe(404);
  await client.deleteWorkflow(id);
});

test('publishing throws with the words of a trigger that refuses', async () => {
  const { id } = await client.createWorkflow(
    workflowOf(pingTrigger('Refusing', { parameters: { refuse: true } })),
  );
  await expect(client.publish(id)).rejects.toThrow(/not published \(failed\): .*The ping service refuses/);
  await client.deleteWorkflow(id);
});

test('a changed workflow is republished, and a published one can be deleted', async () => {
  const { id, trigger, url } = await publishedPing('Changing');
  await client.updateWorkflow(id, workflowOf({ ...trigger, parameters: { word: 'now' } }));
  expect(await ping(url, {}, 'please')).toBe(401);
  expect(await ping(url, {}, 'now')).toBe(202);
  await client.deleteWorkflow(id);
  expect(await ping(url, {}, 'now')).toBe(404);
});

test('a failed execution can be retried', async () => {
  const { id, url } = await publishedPing('Retried');
  expect(await ping(url, { fail: true })).toBe(202);
  const failed = await client.waitForExecution(id, 1);
  expect(failed).toMatchObject({ status: 'error' });
  expect(errorOf(failed)?.message).toBe('This ping asks to fail');

  await client.retryExecution(failed.id);
  const retried = await client.waitForExecution(id, 2);
  expect(retried).toMatchObject({ status: 'success', mode: 'retry' });
  expect(itemsOf(retried, 'Retried')).toMatchObject([{ json: { fail: true, mode: 'retry' } }]);
});

test('the test address takes one delivery while the editor listens', async () => {
  const trigger = pingTrigger('Tested');
  const { id } = await client.createWorkflow(workflowOf(trigger));
  const url = testWebhookUrl(server.url, trigger, 'ping');
  expect(await ping(url, {})).toBe(404);
  await client.listenForTestEvent(id, 'Tested');
  expect(await ping(url, { number: 1 })).toBe(202);
  const execution = await client.waitForExecution(id, 1);
  expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
});

test('a credential is tested, and neither stored nor logged in clear', async () => {
  const token = 'canary-9f3b1c';
  const good = await client.createCredential('pingApi', 'Good', { baseUrl: server.url, token });
  expect(await client.testCredential(good)).toMatchObject({ status: 'OK' });
  const unreachable = { ...good, data: { baseUrl: 'http://127.0.0.1:1', token } };
  expect(await client.testCredential(unreachable)).toMatchObject({ status: 'Error' });
  expect(server.storedBytes().includes('pingApi')).toBe(true);
  expect(server.storedBytes().includes(token)).toBe(false);
  expect(server.log()).not.toContain(token);
});

test('a crash leaves no process behind, and the data survives it', async () => {
  const { id, url } = await publishedPing('After a crash');
  const crashed = server.pid ?? NaN;
  // At least the server itself and the task runner, which is a process of its own.
  expect(processesOfGroup(crashed).length).toBeGreaterThan(1);
  await server.kill();
  expect(server.pid).toBeUndefined();
  await untilGone(crashed);
  await server.restart();
  expect(await ping(url, { number: 1 })).toBe(202);
  expect(await client.waitForExecution(id, 1)).toMatchObject({ status: 'success' });
});
