import type { HmacScheme } from '../../signature/scheme.ts';
import type { Family } from './hypothesis.ts';

const names = { utf8: 'plain text', base64: 'base64', hex: 'hex' } as const;

/** The secret's text stands for other bytes than was set. */
export const otherKeys: Family<HmacScheme> = function* (subject) {
  const { scheme, verification } = subject;
  const key = verification.key ?? scheme.key ?? { encoding: 'utf8' };
  for (const encoding of ['utf8', 'base64', 'hex'] as const) {
    if (encoding === key.encoding) continue;
    // Standard Webhooks writes `whsec_` before a key in base64.
    const prefix = key.prefix ?? 'whsec_';
    yield {
      altered: { ...subject, verification: { ...verification, key: { encoding, prefix } } },
      topic: 'secret',
      text: `The signature fits when the secret is read as ${names[encoding]}, and not as ${names[key.encoding]}.`,
      hint: `Set the secret encoding to ${names[encoding]} where the credential has that setting.`,
    };
  }
};

const quotes = /^(["'`])(.*)\1$|^“(.*)”$/s;

/** A secret that was pasted with more than it is. */
export const tidiedSecrets: Family = function* (subject) {
  for (const { label, value } of subject.secrets) {
    const trimmed = value.trim();
    const [, , plain, curly] = quotes.exec(trimmed) ?? [];
    const tidied = (plain ?? curly ?? trimmed).trim();
    if (tidied === value) continue;
    const around = [...(trimmed === value ? [] : ['white space']), ...(tidied === trimmed ? [] : ['quotes'])];
    yield {
      altered: { ...subject, secrets: [{ label, value: tidied }] },
      topic: 'secret',
      text: `The secret "${label}" fits without the ${around.join(' and ')} around it.`,
      hint: `Enter the secret without the ${around.join(' and ')} around it.`,
    };
  }
};
