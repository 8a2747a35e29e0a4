import { Refusal } from '../refusal.ts';

/** Strings, which stay as they are, and what structures JSON; everything else is part of a number or a literal. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Lays JSON out over lines for reading. Only white space is another afterwards: numbers and escapes stay as sent. */
export function indentJson(text: string): string {
  let depth = 0;
  let laidOut = '';
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const [part] of text.matchAll(token)) {
    const isEmpty = /[{[]$/.test(laidOut);
    if (part === '}' || part === ']') {
      depth -= 1;
      laidOut += isEmpty ? part : newLine() + part;
    } else {
      if (isEmpty) laidOut += newLine();
      laidOut += part;
      if (part === '{' || part === '[') depth += 1;
      if (part === ',') laidOut += newLine();
      if (part === ':') laidOut += ' ';
    }
  }
  return laidOut;
}

/** @throws Refusal when a person has mistyped the body */
export function refuseNonJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      `The body is not JSON. ${(error as SyntaxError).message}. To send a broken one, choose the fault Malformed.`,
    );
  }
}
