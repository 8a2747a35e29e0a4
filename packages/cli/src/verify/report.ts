import type { Explanation, ExplanationLine } from '@carehooks/core/explain';
import type { CliIo } from '../io.ts';
import { mark } from '../output/mark.ts';
import { printable, tint, writeLine } from '../output/stream.ts';

/** The explanation as a list for people, with the verdict below. */
export function report({ verified, code, message, hint, lines }: Explanation, io: CliIo): void {
  for (const line of lines) writeLine(io.stdout, formatLine(line, io));
  const verdict = code === null ? `${message}.` : `${message} (${code}).`;
  writeLine(io.stdout, `\n${tint(io, verified ? 'good' : 'bad', verdict)}`);
  if (hint !== null) writeLine(io.stdout, `What to do: ${hint}`);
}

function formatLine({ state, text }: ExplanationLine, io: CliIo): string {
  return `${mark(io, state)} ${printable(text)}`;
}
