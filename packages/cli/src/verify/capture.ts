import type { ExplanationLine } from '@carehooks/core/explain';

/** A request as some tool captured it, before its body is decoded. */
export interface Capture {
  readonly method: string;
  /** Path and query, or the whole URL. */
  readonly target: string;
  /** Query parameters that the tool tells apart from the target. */
  readonly query: Readonly<Record<string, string>>;
  /** As they came: names in any case, some of them several times. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** Milliseconds since 1970, where the capture says it. */
  readonly receivedAt: number | null;
  /** What had to be put right or guessed. */
  readonly remarks: readonly ExplanationLine[];
}

export type Header = readonly [name: string, value: string];

type Remark = (topic: ExplanationLine['topic'], text: string) => ExplanationLine;

export const remark: Remark = (topic, text) => ({ topic, state: 'note', text });

export const flaw: Remark = (topic, text) => ({ topic, state: 'problem', text });

/** The value of a header, the first of several. */
export function headerIn(headers: readonly Header[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
