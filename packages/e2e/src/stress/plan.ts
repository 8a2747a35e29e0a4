/** How hard n8n is pressed, as data. */
export interface StressPlan {
  /** Requests of the platforms, without their retries: repeats and forged ones count. */
  readonly deliveries: number;
  /** One after the other, by their share of the deliveries. */
  readonly phases: ReadonlyArray<{ readonly share: number; readonly perSecond: number }>;
  /** What is killed, and when: after this share of the deliveries. */
  readonly kills: ReadonlyArray<{ readonly process: string; readonly after: number }>;
}

/** What an event is sent as. */
export type Manner = 'once' | 'twice-at-once' | 'again-later' | 'forged';

/** One event that a platform tells of. */
export interface PlannedEvent {
  /** Number of the platform, counted from 0. */
  readonly platform: number;
  /** Number among the platform's events. */
  readonly number: number;
  readonly manner: Manner;
  /** Milliseconds after the start. */
  readonly at: number;
}

/** Of 18 events two are sent twice, which makes 20 deliveries: a tenth are repeats, a twentieth is forged. */
const round: readonly Manner[] = Array.from({ length: 18 }, (_, index) => {
  if (index === 4) return 'twice-at-once';
  if (index === 10) return 'again-later';
  return index === 16 ? 'forged' : 'once';
});
const deliveriesOfRound = 20;

/** When each platform sends what: the platforms take turns, and each has the same mixture. */
export function planEvents({ deliveries, phases }: StressPlan, platforms: number): PlannedEvent[] {
  const total = Math.round((deliveries * round.length) / deliveriesOfRound);
  const gaps = phases.flatMap(({ share, perSecond }) =>
    Array.from({ length: Math.round(total * share) }, () => 1_000 / perSecond),
  );
  let at = 0;
  return gaps.slice(0, total).map((gap, index) => {
    at += gap;
    const number = Math.floor(index / platforms);
    return { platform: index % platforms, number, manner: round[number % round.length] ?? 'once', at };
  });
}
