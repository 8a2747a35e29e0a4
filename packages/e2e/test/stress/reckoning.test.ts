import { reckon, type Run, type SentEvent } from '../../src/stress/reckoning.ts';

const sent = (subject: string, more: Partial<SentEvent> = {}): SentEvent => ({
  ...{ platform: 'ally', subject, manner: 'once', deliveries: 1, accepted: 1 },
  ...more,
});

const run = (subjects: readonly string[], more: Partial<Run> = {}): Run => ({
  ...{ id: '1', platform: 'ally', status: 'success', retry: false, subjects },
  ...more,
});

const nothingWrong = {
  lost: [],
  doubled: [],
  doubledAtOnce: 0,
  letIn: [],
  recovered: 0,
  retriedTwice: 0,
  failed: 0,
  refused: 0,
};

test('an item for each event is as it should be, and repeats give none', () => {
  const events = [sent('a'), sent('b', { deliveries: 2, accepted: 2 })];
  expect(reckon(events, [run(['a']), run(['b']), run([])])).toEqual({
    ...nothingWrong,
    deliveries: 3,
    repeats: 1,
    forged: 0,
    accepted: 3,
    items: 2,
  });
});

test('an event that was accepted and gave no item is lost', () => {
  expect(reckon([sent('a')], [run([])])).toMatchObject({ lost: ['a'], items: 0 });
});

test('it is lost just the same where the execution failed and a retry gave nothing', () => {
  const runs = [run([], { status: 'error' }), run([], { status: 'error', retry: true })];
  expect(reckon([sent('a')], runs)).toMatchObject({ lost: ['a'], failed: 1, recovered: 0 });
});

test('it is recovered where the retry of the crashed execution gave the item', () => {
  const runs = [run([], { status: 'crashed' }), run(['a'], { retry: true })];
  expect(reckon([sent('a')], runs)).toMatchObject({ lost: [], failed: 1, recovered: 1, retriedTwice: 0 });
});

test('a retry that gave an item once more is not held against the memory', () => {
  const runs = [run([], { status: 'crashed' }), run(['a']), run(['a'], { retry: true })];
  expect(reckon([sent('a')], runs)).toMatchObject({ doubled: [], recovered: 0, retriedTwice: 1 });
});

test('an event whose item came out twice is doubled, in one execution or in two', () => {
  const events = [sent('a', { manner: 'again-later' }), sent('b', { manner: 'twice-at-once' })];
  const runs = [run(['a']), run(['a']), run(['b', 'b'])];
  expect(reckon(events, runs)).toMatchObject({ doubled: ['a', 'b'], doubledAtOnce: 1 });
});

test('an event that the platform gave up is neither accepted nor lost', () => {
  expect(reckon([sent('a', { accepted: 0 })], [])).toMatchObject({ refused: 1, lost: [] });
  // The answer got lost in the crash, the event did not.
  expect(reckon([sent('a', { accepted: 0 })], [run(['a'])])).toMatchObject({ refused: 0, items: 1 });
});

test('a forged delivery is let in by a good answer as well as by an item', () => {
  const forged = { manner: 'forged', accepted: 0 } as const;
  expect(reckon([sent('a', forged)], [])).toMatchObject({ ...nothingWrong, forged: 1 });
  expect(reckon([sent('a', { manner: 'forged' })], [])).toMatchObject({ letIn: ['a'], lost: [] });
  expect(reckon([sent('a', forged)], [run(['a'])])).toMatchObject({ letIn: ['a'], items: 0 });
});
