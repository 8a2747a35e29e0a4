import type { JsonObject } from '@carehooks/core';
import { paragraphFor } from '@carehooks/core';
import type { ServedRequest } from '../../src/index.ts';
import { gapsOf } from '../../src/playground/hosts/gaps.ts';
import { type HostOutcome, readProblem } from '../../src/playground/hosts/outcome.ts';
import { jsonView } from '../../src/playground/views/json.ts';
import { runView, verdictOf } from '../../src/playground/views/run.ts';
import { timeline } from '../../src/playground/views/timeline.ts';
import { accepted, item, madeUpRun } from './samples.ts';

const entities: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };

function withoutMarkup(html: unknown): string {
  const text = String(html).replace(/<[^>]*>/g, '');
  return text.replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
}

describe('an item', () => {
  const value = { name: '<b>"Zoë" & co</b>', list: [1, null, true, []], empty: {}, deep: { text: 'a' } };

  test('is laid out as JSON, and no value is markup', () => {
    expect(withoutMarkup(jsonView(value))).toBe(JSON.stringify(value, null, 2));
    expect(String(jsonView(value))).not.toContain('<b>');
  });

  test.each([
    [['deep', 'text'], '"text": "a"'],
    [['list', '1'], 'null'],
    [['list', '3'], '[]'],
    [[], JSON.stringify(value, null, 2)],
  ])('is marked at %j and nowhere else', (path, marked) => {
    const marks = [...String(jsonView(value, [path])).matchAll(/<mark>(.*?)<\/mark>/gs)];
    expect(marks.map(([, content]) => withoutMarkup(content))).toEqual([marked]);
  });
});

describe('two hosts', () => {
  const rejected = (code: 'signature-mismatch' | 'body-malformed'): HostOutcome => ({
    kind: 'rejected',
    problem: readProblem(paragraphFor(code)),
  });
  const empty: HostOutcome = { kind: 'empty', note: 'Known.' };

  test('differ where their items do, which is named and marked on both sides', () => {
    const left: JsonObject = { ...item, patient: { name: 'Zoë' }, extra: 1 };
    const right: JsonObject = { ...item, patient: { name: 'Zoe' } };
    const run = madeUpRun('one', accepted(item, left), accepted(item, right));
    expect(verdictOf(run)).toEqual({ text: 'The hosts differ in patient.name, extra.', tone: 'bad' });
    const marks = [...String(runView(run)).matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text]) =>
      withoutMarkup(text),
    );
    expect(marks).toEqual(['"name": "Zoë"', '"extra": 1', '"name": "Zoe"']);
  });

  test('differ in an item that only one has', () => {
    const run = madeUpRun('one', accepted(item, item), accepted(item));
    expect(verdictOf(run).text).toBe('The hosts differ in item 2.');
  });

  test('may differ in their moment of receiving', () => {
    const received = (receivedAt: string): JsonObject => ({ ...item, trigger: { receivedAt } });
    const run = madeUpRun('one', accepted(received('a')), accepted(received('b')));
    expect(verdictOf(run)).toEqual({ text: 'Both hosts made the same item.', tone: 'good' });
  });

  test.each<[HostOutcome, HostOutcome, string, string]>([
    [accepted(item, item), accepted(item, item), 'Both hosts made the same 2 items.', 'good'],
    [empty, empty, 'Both hosts find nothing new in it.', 'good'],
    [rejected('signature-mismatch'), rejected('body-malformed'), 'Both hosts refuse it.', 'good'],
    [
      rejected('body-malformed'),
      accepted(item),
      'The n8n node refuses it, the Zapier app accepts it.',
      'calm',
    ],
    [empty, accepted(item), 'The n8n node knows it from before. Zapier has no memory for', 'calm'],
  ])('%j and %j', (n8n, zapier, text, tone) => {
    const verdict = verdictOf(madeUpRun('one', n8n, zapier));
    expect(verdict.text).toContain(text);
    expect(verdict.tone).toBe(tone);
  });

  test('say what to do about a problem, with its code', () => {
    const html = withoutMarkup(runView(madeUpRun('one', rejected('signature-mismatch'))));
    expect(html).toMatch(
      /n8n node signature-mismatch\s+No signature of the delivery matches the webhook secret\.\s+Copy/,
    );
    expect(html).toMatch(/Fine:\s+secret The secret fits\./);
  });
});

describe('a problem', () => {
  test('is recognised by its text, with facts in it, and within JSON', () => {
    const text = 'The API refuses access (patient) [HTTP 403]. ';
    const hint = paragraphFor('api-forbidden').slice('The API refuses access. '.length);
    const found = { code: 'api-forbidden', message: text.replace(/\. $/, ''), hint };
    expect(readProblem(text + hint)).toEqual(found);
    expect(readProblem(JSON.stringify({ message: text + hint, code: 'api-forbidden' }))).toEqual(found);
  });

  test('of another kind is told as it is', () => {
    expect(readProblem('It fell over.')).toEqual({ code: null, message: 'It fell over.', hint: null });
  });

  test('of missing records is told once, for all that miss', () => {
    const expansion = {
      patient: 'forbidden',
      task: 'forbidden',
      window: 'ok',
      site: 'id-unsafe',
      user: 'absent',
    };
    const found = gapsOf([{ trigger: { expansion } }, { trigger: { expansion: { agent: 'forbidden' } } }]);
    expect(found).toMatchObject([
      { code: 'api-forbidden', relations: ['patient', 'task', 'agent'] },
      { code: 'id-unsafe', relations: ['site'] },
    ]);
  });
});

describe('REST calls', () => {
  const call = (start: number, duration: number, status: number | null = 200): ServedRequest => ({
    ...{ id: 'req', at: new Date(start).toISOString(), method: 'GET', path: '/ally/v1/tasks', query: {} },
    ...{ status, duration },
  });
  const places = (html: unknown) =>
    [...String(html).matchAll(/left:([\d.]+)%;width:([\d.]+)%/g)].map(([, left, width]) => [
      Number(left),
      Number(width),
    ]);

  test('lie on a line of time', () => {
    const html = timeline([call(1_000, 50), call(1_050, 100), call(1_200, 0)], 'n8n node');
    expect(places(html)).toEqual([
      [0, 25],
      [25, 50],
      [98, 2],
    ]);
    expect(withoutMarkup(html)).toContain('3 REST calls in 200 ms');
  });

  test('that took no time at all fill it', () => {
    expect(places(timeline([call(1_000, 0)], 'n8n node'))).toEqual([[0, 100]]);
  });

  test('are told in words as well', () => {
    const asked = { ...call(0, 7, 503), query: { expand: ['a', 'b'], '<': ['&'] } };
    const html = timeline([asked, call(0, 1, null)], 'Zapier app');
    expect(withoutMarkup(html)).toMatch(/503 GET \/ally\/v1\/tasks\?expand=a&expand=b&<=&\s+7 ms/);
    expect(withoutMarkup(html)).toContain('cut GET');
    expect(String(html)).toContain('aria-label="REST calls of the Zapier app"');
  });

  test('are left out where there are none', () => {
    expect(timeline([], 'n8n node')).toBe('');
  });
});
