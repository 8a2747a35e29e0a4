import { type Platform, platforms } from '@carehooks/core';
import { Argument, InvalidArgumentError } from 'commander';
import { CliError } from './exit.ts';

/** The argument by which every command names its platform. */
export function platformArgument(): Argument {
  return new Argument('<platform>', 'where the webhooks come from').choices(platforms.map(({ id }) => id));
}

/** The platform of an id that the argument let through. */
export function findPlatform(id: string): Platform {
  const platform = platforms.find((one) => one.id === id);
  if (platform === undefined) throw new CliError('There is no such platform.', 'See carehooks --help.');
  return platform;
}

/** For an option that may be given several times, each time with one of the choices. */
export function collectChoice<Choice extends string>(choices: readonly Choice[]) {
  return (value: string, previous: readonly Choice[] = []): readonly Choice[] => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return [...previous, chosen];
  };
}

export function parseTarget(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return text;
  throw new InvalidArgumentError('Enter a web address that starts with http:// or https://.');
}

export function parsePositive(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('Enter a number above 0.');
}

/** A time in seconds, as milliseconds. Timers take whole ones, of a day and much more. */
export function parseSeconds(text: string): number {
  const seconds = parsePositive(text);
  if (seconds <= 86_400) return Math.ceil(seconds * 1_000);
  throw new InvalidArgumentError('Enter no more seconds than a day has, 86400.');
}

/** A whole number from `least` up to `most`. */
export function parseWhole(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Enter a whole number from ${least} to ${most}.`);
  };
}
