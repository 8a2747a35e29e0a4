import { startSimulator } from '@carehooks/simulator';
import { setUpAlly } from './workflows/ally.ts';
import { readPlayOptions } from './play/options.ts';
import { type Prepare, playSession } from './play/session.ts';

/** The simulated platforms beside the server, and a published workflow that one of them delivers to. */
const prepare: Prepare = async (client, server) => {
  const simulator = await startSimulator({ clockFactor: 5 });
  const workflow = await setUpAlly(client, server.url, simulator, {
    name: 'Ally (Heim) Trigger',
    parameters: { expand: ['patient', 'practitioner', 'task', 'window'] },
  });
  await client.publish(workflow.id);
  const fire = `${simulator.url}/ally/admin/fire`;
  return {
    lines: [
      `workflow  ${server.url}/workflow/${workflow.id}`,
      `simulator ${simulator.url}`,
      '',
      'Fire an event, and look at the executions of the workflow:',
      `curl -H 'content-type: application/json' -d '{"event":"appointment.completed"}' ${fire}`,
    ],
    close: () => simulator.close(),
  };
};

await playSession(prepare, readPlayOptions(process.argv.slice(2)));
