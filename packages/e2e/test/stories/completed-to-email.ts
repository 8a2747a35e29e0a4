import { answersOf } from '../support/answers.ts';
import { eventually } from './eventually.ts';
import { importExample } from './example.ts';
import type { World } from './world.ts';

const file = 'appointment-completed-to-email.json';

/** The email names the patient; where the name cannot be fetched it says so. A forged delivery sends nothing. */
export async function completedToEmail(world: World): Promise<void> {
  const { mail, simulator } = world;
  const { ally } = simulator.platforms;
  const example = await importExample(world, file);
  const url = example.url('Appointment completed');
  const { id: webhookId, secret } = ally.createWebhook({ url, events: ['appointment.completed'] });
  await example.publish({
    'Appointment completed': {
      credentials: { allyWebhookApi: { secret }, allyApi: ally.account.connection(simulator.url) },
    },
    'Send email': {
      parameters: { fromEmail: 'n8n@clinic.example', toEmail: 'office@clinic.example' },
      credentials: { smtp: mail.credential },
    },
  });
  const fire = (options: object = {}) =>
    ally.fire('appointment.completed', { webhookId, ...options }).settled();

  expect(answersOf(await fire({ faults: ['forged'] }))).toEqual([401, 401, 401]);
  await fire();
  expect(await eventually(() => mail.mails, 1)).toEqual([
    {
      from: 'n8n@clinic.example',
      to: ['office@clinic.example'],
      subject: 'Appointment apt_9HRUhuDrE9x882Tgx2 is completed',
      text: [
        "The appointment of Zoë O'Neill was completed on 14 October 2023, 12:20.",
        '',
        'Appointment: apt_9HRUhuDrE9x882Tgx2',
        'Details: https://app.heim.health/dashboard/appointments',
      ].join('\n'),
    },
  ]);

  ally.apiFaults.add({ fault: { kind: 'status', status: 403 } });
  await fire({ entityId: 'apt_6TgBnHyUjM4KiLoPq1' });
  const [, thin] = await eventually(() => mail.mails, 2);
  expect(thin?.text).toContain('The appointment of patient p_7RcYh2PfUe9JtGoA6k was completed');
  expect(thin?.text).toContain('The name could not be fetched: forbidden.');
}
