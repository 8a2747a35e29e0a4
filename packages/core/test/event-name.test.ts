import { isChosen, nameEvent, type NamingOptions } from '../src/event-name.ts';
import type { UnwrappedEvent } from '../src/envelope.ts';
import { ally } from '../src/index.ts';
import { signedDelivery } from '../src/testing/index.ts';

interface Case {
  readonly told?: Partial<UnwrappedEvent>;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly options?: NamingOptions;
}

function name({ told = {}, headers = {}, query = {}, options = {} }: Case) {
  const delivery = signedDelivery({ platform: ally, body: {}, headers, query });
  const bare = { entity: {}, entityId: null, version: null, occurredAt: null };
  return nameEvent({ ...bare, ...told }, delivery, options);
}

const everywhere: Case = {
  told: { type: 'in.body', possible: ['derived'] },
  headers: { 'x-event': ' in.header ' },
  query: { event: 'in.url' },
  options: { events: ['declared'], eventHeader: 'x-event' },
};

describe('naming an event', () => {
  it.each<[string, string, Case]>([
    ['in.header', 'header', everywhere],
    ['in.body', 'body', { ...everywhere, headers: {} }],
    ['x'.repeat(100), 'header', { ...everywhere, headers: { 'x-event': 'x'.repeat(100) } }],
    ['in.body', 'body', { ...everywhere, headers: { 'x-event': ' ' } }],
    ['in.body', 'body', { ...everywhere, headers: { 'x-event': 'x'.repeat(101) } }],
    ['in.body', 'body', { ...everywhere, options: {} }],
    ['in.body', 'body', { ...everywhere, headers: { undefined: 'in.header' }, options: {} }],
    ['in.url', 'url', { ...everywhere, headers: {}, told: {} }],
    ['declared', 'declared', { ...everywhere, headers: {}, told: {}, query: { event: '' } }],
    ['Status Changed', 'declared', { options: { events: ['76 Status Changed'] } }],
    ['b', 'derived', { told: { possible: ['a', 'b', 'c'] }, options: { events: ['C', 'B'] } }],
    ['a', 'derived', { told: { possible: ['a', 'b'] }, options: { events: ['x', 'y'] } }],
    ['a', 'derived', { told: { possible: ['a', 'b'] } }],
  ])('finds %s from the %s', (type, typeFrom, given) => {
    expect(name(given)).toEqual({ type, typeFrom });
  });

  it('leaves an event without a name where nothing gives one', () => {
    expect(name({ options: { events: ['a', 'b'] } })).toEqual({ type: null, typeFrom: null });
  });
});

describe('choosing events', () => {
  it.each([
    ['created', [], true],
    ['created', ['updated', 'Created'], true],
    ['created', ['updated'], false],
    ['status changed', ['76 Status Changed'], true],
    ['24 hours later', ['24 hours later'], true],
    ['status changed', ['76Status Changed'], false],
    [null, ['updated'], true],
  ])('takes %s for one of %j: %s', (type, events, expected) => {
    expect(isChosen({ type, typeFrom: null }, events)).toBe(expected);
  });
});
