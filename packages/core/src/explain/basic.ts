import { headerOf } from '../delivery.ts';
import { readCredentials, readToken } from '../signature/basic.ts';
import type { BasicScheme } from '../signature/scheme.ts';
import { type ExplanationLine, note, ok, problem } from './explanation.ts';
import { alikeNames } from './header-name.ts';
import { shapeOf } from './shape.ts';
import type { Subject } from './subject.ts';
import { list } from './words.ts';

/** User name and password, or the token in the URL. */
export function describeBasic(subject: Subject<BasicScheme>): ExplanationLine[] {
  return [
    ...describeProof(subject),
    note('content', 'Nothing is signed: Basic authentication and tokens prove who sends, not what.'),
  ];
}

function describeProof(subject: Subject<BasicScheme>): ExplanationLine[] {
  const { delivery, scheme } = subject;
  const hasToken = readToken(delivery, scheme) !== undefined;
  const token = ok('signature', `The URL has the parameter ${scheme.tokenParameter}.`);
  const credentials = readCredentials(delivery);
  if (credentials === undefined) return hasToken ? [token] : [missing(subject)];
  const given = describeCredentials(credentials.toString());
  return hasToken ? [given, token] : [given];
}

function describeCredentials(text: string): ExplanationLine {
  const colon = text.indexOf(':');
  if (colon < 0) return problem('signature', 'The header authorization holds no colon after a user name.');
  if (colon === text.length - 1) {
    return problem('signature', 'The header authorization holds a user name with an empty password.');
  }
  return ok('signature', 'The header authorization carries a user name and a password.');
}

function missing({ delivery, scheme }: Subject<BasicScheme>): ExplanationLine {
  const elsewhere =
    scheme.tokenParameter === undefined
      ? ''
      : ` Nor does the URL have the parameter ${scheme.tokenParameter}.`;
  const value = headerOf(delivery, 'authorization');
  if (value !== undefined) {
    const [, rest = ''] = /^basic +(.*)$/i.exec(value) ?? [];
    const held = rest === '' ? 'something other than Basic authentication' : `"Basic" and ${shapeOf(rest)}`;
    return problem('signature', `The header authorization holds ${held}.${elsewhere}`);
  }
  const alike = alikeNames(delivery, 'authorization');
  const others = alike.length === 0 ? '' : ` Similar: ${list(alike)}.`;
  return problem('signature', `The header authorization is missing.${others}${elsewhere}`);
}
