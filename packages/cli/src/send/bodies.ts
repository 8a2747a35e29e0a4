import { CliError } from '../exit.ts';

/** Milliseconds by which bodies are told apart: some platforms write whole seconds. */
const steps = [1, 1_000] as const;

export type Renew = (body: Uint8Array, at: Date) => Uint8Array;

/**
 * The bodies of several deliveries, by their number from 0 on: each tells of a change at a moment of its own, so that
 * none is a repeat of another.
 *
 * @throws CliError when nothing in the body tells when it happened
 */
export function distinctBodies(body: Uint8Array, renew: Renew, now: number): (number: number) => Uint8Array {
  const at = (milliseconds: number) => renew(body, new Date(milliseconds));
  const step = steps.find((length) => Buffer.compare(at(now), at(now + length)) !== 0);
  if (step === undefined) {
    throw new CliError(
      'Copies of this body would all be the same event.',
      'Leave --count out, or use a body with the fields by which the platform tells events apart.',
    );
  }
  return (number) => at(now + number * step);
}
