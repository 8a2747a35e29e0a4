import { asText, type JsonValue } from '../../json.ts';
import { signedDelivery } from '../delivery.ts';
import { readFixture } from '../fixtures.ts';
import { fixtureTime } from '../moment.ts';
import { acceptOptions, bodyOf, eventsOf, fixtureEventsOf, itemsOf, type Subject } from './subject.ts';

const minute = 60_000;

export function describeIdentity(subject: Subject): void {
  const { platform, names } = subject;

  describe('identity', () => {
    it.each(names)('gives %s the same ids when it is sent again later', (name) => {
      const again = signedDelivery({
        platform,
        body: readFixture(platform.id, name),
        time: fixtureTime + minute,
        headers: { 'x-request-id': 'another', 'user-agent': 'another/2' },
      });
      expect(idsOf(eventsOf(again, acceptOptions(subject, name)))).toEqual(
        idsOf(fixtureEventsOf(subject, name)),
      );
    });

    it.each(names)('gives another id when %s tells of another version', (name) => {
      const before = fixtureEventsOf(subject, name);
      const text = readFixture(platform.id, name).toString('utf8');
      const token = versionToken(subject, name);
      const changed = text.replaceAll(token, alter(token));
      expect(changed).not.toBe(text);
      const after = eventsOf(signedDelivery({ platform, body: changed }), acceptOptions(subject, name));
      expect(after[0]?.id).not.toBe(before[0]?.id);
    });

    it.each(names)('gives every item of %s an id', async (name) => {
      const items = await itemsOf(fixtureEventsOf(subject, name), subject);
      for (const item of items) {
        expect(asText(item['id'])).not.toBeNull();
        expect(asText(item.trigger.id)).not.toBeNull();
      }
    });
  });
}

function idsOf(events: readonly { readonly id: string }[]): string[] {
  return events.map(({ id }) => id);
}

/** What in the body makes one occurrence another: the delivery's id, the version, or else any of the content. */
function versionToken(subject: Subject, name: string): string {
  const [unwrapped] = subject.platform.envelope.open(bodyOf(subject, name));
  const version = [unwrapped?.version ?? []].flat()[0];
  const token =
    unwrapped?.deliveryId ?? version ?? anyText(unwrapped?.entity ?? null, unwrapped?.entityId ?? '');
  if (token === null) throw new Error(`Nothing in ${name} can be changed.`);
  return token;
}

function anyText(value: JsonValue, except: string): string | null {
  if (typeof value === 'string') return value.length > 3 && value !== except ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const found = Object.values(value).map((inner) => anyText(inner as JsonValue, except));
  return found.find((text) => text !== null) ?? null;
}

/** The same text but for its last letter or digit. */
function alter(text: string): string {
  return text.replace(/[0-9a-z](?=[^0-9a-z]*$)/i, (last) => (last === '1' ? '2' : '1'));
}
