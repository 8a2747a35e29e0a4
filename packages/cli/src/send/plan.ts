import type { Platform } from '@carehooks/core';
import { faults, findSimulated, type SimulatedPlatform, type Simulation } from '@carehooks/simulator';
import { CliError } from '../exit.ts';
import { readInput } from '../input.ts';
import type { CliIo } from '../io.ts';
import { distinctBodies } from './bodies.ts';
import type { SendOptions } from './command.ts';
import type { SendPlan } from './run.ts';
import { signingSecret } from './signing-secret.ts';
import { settingsPatch } from './settings.ts';

export interface Prepared {
  readonly plan: SendPlan;
  readonly simulated: SimulatedPlatform;
}

/**
 * Everything that has to be known before the first delivery goes out.
 *
 * @throws CliError or Refusal for what cannot be sent as asked
 */
export async function makePlan(
  event: string,
  options: SendOptions,
  platform: Platform,
  simulation: Simulation,
  io: CliIo,
): Promise<Prepared> {
  const simulated = findSimulated(simulation.platforms, platform.id);
  if (options.set !== undefined) simulated.settings.update(settingsPatch(options.set));
  const type = typeOf(event, options, platform);
  const body = await bodyFor(type, options, platform, simulation, io);
  const secret = await signingSecret(options, platform, io);
  const { to: url, count, rate, fault = [], retry = false } = options;
  const plan = {
    ...{ event: type, target: secret === null ? { url } : { url, secret }, count, faults: fault, retry },
    bodyOf: numberBodies(body, options, simulated),
    ...(rate === undefined ? {} : { rate }),
  };
  return { plan, simulated };
}

/** One body that was given goes out as it is; several deliveries are several events, in the order that the faults ask for. */
function numberBodies(
  body: Uint8Array,
  { body: given, count, fault = [] }: SendOptions,
  { account }: SimulatedPlatform,
): SendPlan['bodyOf'] {
  if (given !== undefined && count === 1) return () => body;
  const inOrder = distinctBodies(body, (bytes, at) => account.renew(bytes, at), Date.now());
  const reversed = fault.some((name) => faults[name].reversed === true);
  return reversed ? (number) => inOrder(count - 1 - number) : inOrder;
}

/** The event as the platform writes it. One that people made can be sent where its body is given. */
function typeOf(
  event: string,
  { body, fixture }: SendOptions,
  { name, events, customEvents }: Platform,
): string {
  const known = events.find(({ type }) => type.toLowerCase() === event.trim().toLowerCase());
  if (known !== undefined) return known.type;
  if (customEvents === true && (body !== undefined || fixture !== undefined)) return event;
  const choices = events.map(({ type }) => type).join(', ');
  throw new CliError(`${name} has no event "${event}".`, `Choose one of: ${choices}.`);
}

/**
 * @throws CliError for a file that cannot be read
 * @throws Refusal when there is no such recorded body
 */
async function bodyFor(
  event: string,
  { body, fixture }: SendOptions,
  { id }: Platform,
  { fixtures }: Simulation,
  io: CliIo,
): Promise<Uint8Array> {
  if (body !== undefined && fixture !== undefined) {
    throw new CliError('Both --body and --fixture are given.', 'Leave one of them out.');
  }
  return body === undefined ? fixtures.read(id, fixture ?? event) : readInput(body, io);
}
