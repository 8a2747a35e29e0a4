import { planEvents, type StressPlan } from '../../src/stress/plan.ts';

const plan: StressPlan = {
  deliveries: 2_000,
  phases: [
    { share: 0.5, perSecond: 10 },
    { share: 0.5, perSecond: 20 },
  ],
  kills: [],
};

const events = planEvents(plan, 4);
const sentAs = (manner: string) => events.filter((event) => event.manner === manner).length;

test('a tenth of the deliveries are repeats and a twentieth is forged', () => {
  const repeats = sentAs('twice-at-once') + sentAs('again-later');
  expect(events.length + repeats).toBe(2_000);
  expect(repeats).toBe(200);
  expect(sentAs('forged')).toBe(100);
});

test('the platforms take turns and tell of each event once', () => {
  expect(events.slice(0, 5).map(({ platform, number }) => [platform, number])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [0, 1],
  ]);
  expect(new Set(events.map(({ platform, number }) => `${platform} ${number}`)).size).toBe(events.length);
});

test('the phases follow each other at their rates', () => {
  expect(events[1]!.at - events[0]!.at).toBe(100);
  expect(events.at(-1)!.at - events.at(-2)!.at).toBe(50);
  expect(events.at(-1)!.at).toBe(900 * 100 + 900 * 50);
});
