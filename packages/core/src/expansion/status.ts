import type { ErrorCode } from '../errors.ts';

type WithoutPrefix<Code> = Code extends `api-${infer Rest}` ? Rest : Code;

/**
 * What became of a relation, as the item tells it. `ok`: fetched. `included`: the payload held the whole object.
 * `absent`: the event points to none. Anything else names the problem.
 */
export type ExpansionStatus = 'ok' | 'included' | 'absent' | WithoutPrefix<ErrorCode>;

export function statusOf(code: ErrorCode): ExpansionStatus {
  return code.replace(/^api-/, '') as ExpansionStatus;
}

const permanent: readonly ErrorCode[] = ['api-not-found', 'api-rejected', 'id-unsafe'];

/** True for problems of one record that a second attempt would not solve, so that failing would only repeat itself. */
export function isPermanent(code: ErrorCode): boolean {
  return permanent.includes(code);
}
