import { warnOf } from '../../nodes/runtime/log.ts';

/** Tells of a warning, and whether it was written. */
function warnings() {
  const written: string[] = [];
  const logger = { warn: (text: string) => written.push(text) };
  return (workflowId: string, now: number) => {
    const before = written.length;
    const source = { logger: logger as never, workflowId, nodeName: 'Ally (Heim) Trigger' };
    warnOf('Webhook delivery rejected', source, 'signature-mismatch', now);
    return written.length > before;
  };
}

describe('warnings', () => {
  it('of one kind are a minute apart, whatever other workflows have to tell', () => {
    const warn = warnings();
    expect([warn('a', 0), warn('a', 1), warn('b', 2), warn('a', 59_999)]).toEqual([true, false, true, false]);
    expect([warn('a', 60_000), warn('a', 60_001)]).toEqual([true, false]);
  });

  it('are remembered of a bounded number of places: after it, all is forgotten', () => {
    const warn = warnings();
    const places = Array.from({ length: 1_001 }, (_, index) => `flood ${index}`);
    expect(places.map((place) => warn(place, 0))).toEqual(places.map(() => true));
    expect(warn('flood 0', 1)).toBe(true);
  });
});
