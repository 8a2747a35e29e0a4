import type { Setting } from '@carehooks/core';

/** What a setting of the core becomes in any form, but for its key and its help. */
export function settingField({ label, type, choices, default: preset, required = false }: Setting) {
  return {
    label,
    type: type === 'secret' ? ('password' as const) : ('string' as const),
    required,
    ...(preset === undefined || preset === '' ? {} : { default: preset }),
    ...(choices === undefined ? {} : toDropdown(choices)),
  };
}

interface Dropdown {
  readonly choices: Record<string, string>;
  readonly placeholder?: string;
}

/** Zapier has no choice without a value: it is what an untouched dropdown means, so its label is the placeholder. */
function toDropdown(choices: NonNullable<Setting['choices']>): Dropdown {
  const untouched = choices.find(({ value }) => value === '');
  const others = choices.filter(({ value }) => value !== '');
  return {
    choices: Object.fromEntries(others.map(({ value, label }) => [value, label])),
    ...(untouched === undefined ? {} : { placeholder: untouched.label }),
  };
}
