import type { Scheme } from '../../signature/scheme.ts';
import type { Topic } from '../explanation.ts';
import type { Subject } from '../subject.ts';

/** Something that may have gone wrong. It holds when the engine finds the altered subject proved. */
export interface Hypothesis {
  /** The subject as it would be if nothing had gone wrong. */
  readonly altered: Subject;
  readonly topic: Topic;
  /** What went wrong, as a sentence. */
  readonly text: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Hypotheses of one kind, made one after the other. */
export type Family<Kind extends Scheme = Scheme> = (subject: Subject<Kind>) => Iterable<Hypothesis>;
