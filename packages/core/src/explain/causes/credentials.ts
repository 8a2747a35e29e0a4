import type { Delivery } from '../../delivery.ts';
import { readCredentials, readToken } from '../../signature/basic.ts';
import type { BasicScheme } from '../../signature/scheme.ts';
import type { Family } from './hypothesis.ts';

/** User name or password is that of a secret and the other is not, or their letters are encoded in an older way. */
export const otherCredentials: Family = function* (subject) {
  const { delivery, secrets } = subject;
  const given = readCredentials(delivery);
  if (given === undefined) return;
  yield {
    altered: { ...subject, delivery: withCredentials(delivery, given.toString('latin1')) },
    topic: 'signature',
    text: 'User name and password fit when they are read as Latin-1, and not as UTF-8.',
    hint: 'Choose a user name and a password of plain letters and digits.',
  };
  const [user, password] = halves(given.toString());
  for (const { label, value } of secrets.filter((secret) => secret.value.includes(':'))) {
    const [rightUser, rightPassword] = halves(value);
    yield {
      altered: { ...subject, secrets: [{ label, value: `${user}:${rightPassword}` }] },
      topic: 'secret',
      text: `The password is that of the secret "${label}", the user name is not.`,
      hint: 'Enter the same user name in the webhook and in this trigger.',
    };
    yield {
      altered: { ...subject, secrets: [{ label, value: `${rightUser}:${password}` }] },
      topic: 'secret',
      text: `The user name is that of the secret "${label}", the password is not.`,
      hint: 'Enter the same password in the webhook and in this trigger.',
    };
  }
};

/** The token is right, and its way into the URL was not. */
export const otherTokens: Family<BasicScheme> = function* (subject) {
  const { delivery, scheme } = subject;
  const { tokenParameter } = scheme;
  if (tokenParameter === undefined) return;
  const withToken = (token: string) => ({
    ...subject,
    delivery: { ...delivery, query: { ...delivery.query, [tokenParameter]: token } },
  });
  const given = readToken(delivery, scheme);
  if (given?.includes(' ')) {
    yield {
      altered: withToken(given.replaceAll(' ', '+')),
      topic: 'signature',
      text: `The token fits with "+" in place of spaces: in a URL, "+" stands for a space.`,
      hint: `Write "%2B" for each "+" of the token in the URL.`,
    };
  }
  for (const [name, value] of Object.entries(delivery.query)) {
    if (name === tokenParameter) continue;
    yield {
      altered: withToken(value),
      topic: 'signature',
      text: `Another parameter of the URL carries the token.`,
      hint: `Name the parameter of the URL ${tokenParameter}.`,
    };
  }
};

function withCredentials(delivery: Delivery, credentials: string): Delivery {
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return { ...delivery, headers: { ...delivery.headers, authorization } };
}

function halves(text: string): [user: string, password: string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}
