import { errorCodes, hintFor, messageFor, paragraphFor, TriggerError } from '../src/index.ts';

describe('problems', () => {
  it.each(errorCodes)('explains %s and names the next action in whole sentences', (code) => {
    expect(messageFor(code)).toMatch(/^[A-Z].*[^.]$/);
    expect(hintFor(code)).toMatch(/^[A-Z].*\.$/);
    expect(paragraphFor(code)).toBe(`${messageFor(code)}. ${hintFor(code)}`);
  });

  it('uses no text twice', () => {
    expect(new Set(errorCodes.map(messageFor)).size).toBe(errorCodes.length);
  });
});

describe('a trigger error', () => {
  it('has a code, a message, a hint and nothing that it was caused by', () => {
    const error = new TriggerError('api-not-found');
    expect(error).toMatchObject({ name: 'TriggerError', code: 'api-not-found', facts: {} });
    expect(error.message).toBe(messageFor('api-not-found'));
    expect(error.hint).toBe(hintFor('api-not-found'));
    expect(error.cause).toBeUndefined();
    expect(error).toBeInstanceOf(Error);
  });

  it('names the relation and the status', () => {
    const error = new TriggerError('api-throttled', { status: 429, relation: 'patient', retryAfter: 5 });
    expect(error.message).toBe(`${messageFor('api-throttled')} (patient) [HTTP 429]`);
    expect(error.facts).toEqual({ status: 429, relation: 'patient', retryAfter: 5 });
  });
});
