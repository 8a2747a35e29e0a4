import type { ErrorHandler } from 'hono';
import { Refusal } from '../refusal.ts';

/** Answers `{ message }`, for sub-applications that have no error format of their own. */
export const answerProblem: ErrorHandler = (error, c) =>
  c.json({ message: error.message }, error instanceof Refusal ? error.status : 500);
