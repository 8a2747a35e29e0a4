import { below, type Live, people } from './person.ts';

const live = people();

interface Expected extends Pick<Live, 'simulator' | 'words'> {
  readonly change: readonly string[];
  readonly learned: readonly string[];
  readonly open: readonly string[];
  readonly confirmed: number;
}

/** What the simulators do as we assume, and what nothing of ours depends on; the rest has to be open or to change. */
const expected: Readonly<Record<string, Expected>> = {
  ally: {
    simulator: { ally: { settings: { delivery: { timeout: 300 } } } },
    change: ['relations', 'signature', 'time-limit'],
    learned: ['error-body', 'retries', 'rate-limit'],
    open: ['base-url'],
    confirmed: 9,
  },
  'eka-care': {
    simulator: { ekaCare: { settings: { delivery: { timeout: 300 } } } },
    change: ['updates', 'time-limit'],
    learned: ['token-lifetime', 'error-body', 'event-time', 'retries', 'rate-limit'],
    open: ['stage-host'],
    confirmed: 8,
  },
  'halo-connect': {
    simulator: {},
    change: ['result-retention'],
    learned: ['error-body', 'rate-limit'],
    open: [],
    confirmed: 8,
  },
  halo: {
    simulator: { halo: { settings: { delivery: { timeout: 100 } } } },
    change: ['time-limit'],
    learned: ['error-body', 'payload-type', 'action-key', 'rate-limit'],
    open: [],
    confirmed: 13,
    // That nothing is sent again shows when the time is over.
    words: ['--wait', '1.5'],
  },
};

it.each(Object.entries(expected))(
  'settles what %s leaves open, and leaves nothing behind',
  async (id, { simulator, words = [], change, learned, open, confirmed }) => {
    const {
      code,
      name,
      report,
      out,
      err,
      simulator: running,
      simulated,
    } = await live(id, { simulator, words });
    expect(code).toBe(0);
    expect(below(report, 'To change')).toEqual(change);
    expect(below(report, 'Learned')).toEqual(learned);
    expect(below(report, 'Still open')).toEqual(open);
    expect(below(report, 'Defaults that are right')).toHaveLength(confirmed);
    expect(name).toMatch(new RegExp(`^live-report-${id}-\\d{4}-\\d{2}-\\d{2}\\.md$`));
    expect(out).toContain(name);
    expect(err).toContain('[1/');
    const { ekaCare, halo } = running.platforms;
    expect([...ekaCare.webhooks.list(), ...halo.webhooks.list()]).toEqual([]);
    expect(halo.webhooks.notifications()).toEqual([]);
    expect(simulated.deliveries.list().length).toBeLessThanOrEqual(3);
  },
  20_000,
);
