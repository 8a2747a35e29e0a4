import { z } from 'zod/v4';
import { faultNames, faults, faultSubjects } from '../delivery/fault.ts';
import { Refusal } from '../refusal.ts';
import { apiFaultChoices } from './api-fault-choices.ts';

/** Most events that one click makes happen. */
export const mostEvents = 100;

/** How many times faster than real the pauses between attempts may pass. */
export const speeds = [1, 10, 60, 600] as const;

const number = `Choose a number of events from 1 to ${mostEvents}.`;
const listed = 'Choose from the list, or load the page again.';

/** Each message is a sentence of its own. */
const fireRequest = z.strictObject({
  event: z.string().min(1, 'Choose an event.'),
  fixture: z.string(),
  body: z.string(),
  count: z.coerce.number(number).int(number).min(1, number).max(mostEvents, number),
  /** All in one delivery. */
  together: z.boolean(),
  /** Each tells of a change of its own, just now; else it is the body as it stands, every time. */
  renewed: z.boolean(),
  faults: z.array(z.enum(faultNames, listed)),
  apiFault: z.enum(Object.keys(apiFaultChoices), listed).nullable(),
  relations: z.array(z.string()),
  output: z.enum(['full', 'minimal'], listed),
  onFailure: z.enum(['keep', 'fail'], listed),
  speed: z.coerce.number(listed).min(0.1, listed).max(10_000, listed),
});

/** What a person set in the form. */
export type FireRequest = z.output<typeof fireRequest>;

/** @throws Refusal naming what to correct */
export function readFireRequest(form: FormData): FireRequest {
  const text = (name: string, otherwise = '') => String(form.get(name) ?? otherwise);
  const result = fireRequest.safeParse({
    event: text('event'),
    fixture: text('fixture'),
    // Forms send line breaks of their own kind (https://html.spec.whatwg.org/#multipart-form-data).
    body: text('body').replaceAll('\r\n', '\n'),
    count: text('count', '1'),
    together: form.has('together'),
    renewed: form.has('renewed'),
    faults: faultSubjects.flatMap((subject) => form.getAll(`fault-${subject}`)).filter((one) => one !== ''),
    apiFault: text('fault-api') === '' ? null : text('fault-api'),
    relations: form.getAll('expand').map(String),
    output: text('output', 'full'),
    onFailure: text('onFailure', 'keep'),
    speed: text('speed', '1'),
  });
  if (!result.success) {
    const messages = new Set(result.error.issues.map(({ message }) => message));
    throw new Refusal([...messages].join(' '));
  }
  refuseNonsense(result.data);
  return result.data;
}

function refuseNonsense({ count, together, faults: wanted }: FireRequest): void {
  const reversed = wanted.find((name) => faults[name].reversed === true);
  if (reversed !== undefined && (count === 1 || together)) {
    throw new Refusal(
      `${faults[reversed].label} needs several deliveries: fire 2 events or more, each alone.`,
    );
  }
}
