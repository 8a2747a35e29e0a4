import type { Setting } from '@carehooks/core';

interface Dropdown {
  readonly choices: Record<string, string>;
  readonly placeholder?: string;
}

/** Zapier has no choice without a value: it is what an untouched dropdown means, so its label is the placeholder. */
export function toDropdown(choices: NonNullable<Setting['choices']>): Dropdown {
  const untouched = choices.find(({ value }) => value === '');
  const others = choices.filter(({ value }) => value !== '');
  return {
    choices: Object.fromEntries(others.map(({ value, label }) => [value, label])),
    ...(untouched === undefined ? {} : { placeholder: untouched.label }),
  };
}
