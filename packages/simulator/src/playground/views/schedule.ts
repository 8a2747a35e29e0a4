import type { Pauses, RetryPolicy, StatusRange } from '../../delivery/retry.ts';

/** When a platform tries a delivery again, in a sentence or two. */
export function describeRetries(name: string, policy: RetryPolicy): string {
  if (policy.attempts === 1) return `${name} sends each delivery once, and never tries again by itself.`;
  const answers = listed(policy.statuses.map(rangeText), 'or');
  const silence = policy.unanswered ? ', or without an answer' : '';
  return `${name} tries a delivery ${policy.attempts} times in all, ${describePauses(policy)}. It tries again after ${answers}${silence}.`;
}

function describePauses({ pauses, attempts }: RetryPolicy): string {
  if (pauses.kind === 'list') return `with ${listed(pauseTexts(pauses, attempts - 1), 'and')} between`;
  return `with growing pauses from ${lengthText(pauses.first)} to ${lengthText(pauses.longest)} between`;
}

/** The last pause of a list repeats. */
function pauseTexts({ milliseconds }: Extract<Pauses, { kind: 'list' }>, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    lengthText(milliseconds[index] ?? milliseconds.at(-1) ?? 0),
  );
}

/** From 400 to 499 it is `4xx`. */
function rangeText({ from, to }: StatusRange): string {
  if (from === to) return String(from);
  const hundreds = [1, 2, 3, 4, 5].filter((digit) => digit * 100 >= from && digit * 100 + 99 <= to);
  if (hundreds.length * 100 !== to - from + 1) return `${from} to ${to}`;
  const names = hundreds.map((digit) => `${digit}xx`);
  return listed(names, 'or');
}

/** In the largest units that leave no rest: `1 h 30 min`, `25 s`. */
export function lengthText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return shown.length === 0 ? '0 s' : shown.join(' ');
}

function listed(texts: readonly string[], word: 'and' | 'or'): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}
