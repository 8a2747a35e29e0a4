import type { JsonObject } from '../../../src/index.ts';
import { base64, fetchResult, pages, rows, twoPages } from './scripted-result.ts';

describe('the data of a result', () => {
  const read = async (...data: string[]) => {
    const answers = data.map((one) => ({ json: { data: one } }));
    const { result } = await fetchResult(
      pages(
        data.map(() => 1),
        answers,
      ),
      { connection: { rawData: 'base64' } },
    );
    return result as JsonObject;
  };

  it('is one row where it is no list', async () => {
    expect(await read(base64({ id: 1 }))).toMatchObject({ rows: [{ id: 1 }], text: null });
    expect(await read(base64('42'))).toMatchObject({ rows: [42] });
  });

  it('is text where it is no JSON', async () => {
    const result = await read(base64('id;name\n'), base64('1;Zoë\n'));
    expect(result).toMatchObject({ rows: [], text: 'id;name\n1;Zoë\n', status: 'complete' });
  });

  it('may go on in the next page in the middle of a character', async () => {
    const bytes = Buffer.from(JSON.stringify(rows));
    const middle = bytes.indexOf('ë') + 1;
    const halves = [bytes.subarray(0, middle), bytes.subarray(middle)].map((half) => half.toString('base64'));
    expect(await read(...halves)).toMatchObject({ rows, text: null });
  });

  it('is there as it was sent where that is asked for', async () => {
    expect((await read(base64([1]), base64([2])))['base64']).toEqual([base64([1]), base64([2])]);
    expect((await fetchResult(twoPages)).result).not.toHaveProperty('base64');
  });

  it('is missing for a statement that gives none, but its parameters are there', async () => {
    const parameters = [{ name: '@count', value: '3' }];
    const { result } = await fetchResult(pages([0], [{ json: { parameters } }]));
    expect(result).toMatchObject({ status: 'complete', rows: [], text: null, parameters });
  });
});

describe('ids', () => {
  it.each([
    [{ siteId: null }, 'absent'],
    [{ queryId: '' }, 'absent'],
    [{ webhookSource: 'other' }, 'absent'],
    [{ siteId: 'a/b' }, 'id-unsafe'],
    [{ siteId: '..' }, 'id-unsafe'],
  ] as Array<[JsonObject, string]>)('of %j lead nowhere: %s', async (entity, expansion) => {
    const { calls, ...found } = await fetchResult({}, { entity });
    expect(found).toEqual({ result: undefined, expansion });
    expect(calls).toEqual([]);
  });
});
