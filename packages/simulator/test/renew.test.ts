import { accept, type CareEvent, type Platform, platforms } from '@carehooks/core';
import { fixtureEvents, fixtureNames, readFixture } from '@carehooks/core/testing';
import type { SimulatedPlatform } from '../src/platforms/platform.ts';
import { createSimulation } from '../src/index.ts';

/** A renewed body tells of another occurrence of the same event, about the same records. */

const all: readonly SimulatedPlatform[] = Object.values(createSimulation().platforms);

function eventsIn(platform: Platform, body: Uint8Array): readonly CareEvent[] {
  const delivery = { method: 'POST', headers: {}, query: {}, body, receivedAt: Date.now() };
  const outcome = accept(delivery, { platform, secrets: [], verification: { acceptUnsigned: true } });
  return outcome.kind === 'accepted' ? outcome.events : [];
}

describe.each(platforms)('$name', (platform) => {
  const simulated = all.find(({ id }) => id === platform.id)!;
  const named = fixtureNames(platform.id).filter((name) => fixtureEvents(platform, name).length > 0);

  it.each(named)('%s', (name) => {
    const recorded = readFixture(platform.id, name);
    const renewed = simulated.account.renew(recorded, new Date('2026-02-03T04:05:06.789Z'));
    const [before, after] = [eventsIn(platform, recorded), eventsIn(platform, renewed)];
    expect(after.map(({ type }) => type)).toEqual(before.map(({ type }) => type));
    for (const [index, event] of after.entries()) {
      expect(event.id).not.toBe(before[index]!.id);
      for (const relation of Object.values(platform.relations)) {
        expect(relation.id(event.entity)).toBe(relation.id(before[index]!.entity));
      }
    }
  });
});
