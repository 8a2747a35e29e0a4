import { connectionOf } from '../src/connection.ts';
import { toFieldKey } from '../src/fields/key.ts';
import { clinic } from './support/clinic.ts';

const authData = { apiKey: 'key', maxRows: 'of the account' };

describe('connectionOf', () => {
  test('adds the parameters of the Zap under the names of the core', () => {
    const inputData = { max_rows: 50, private_notes: 'yes', report_pin: ' 1 ', output: 'minimal' };
    expect(connectionOf({ authData, inputData }, clinic)).toEqual({
      apiKey: 'key',
      maxRows: '50',
      privateNotes: 'yes',
      reportPin: ' 1 ',
    });
  });

  test.each([[{}], [{ max_rows: null }], [{ max_rows: ['1'] }], [undefined]])(
    'leaves out what was not set: %j',
    (inputData) => {
      expect(connectionOf({ authData, ...(inputData === undefined ? {} : { inputData }) }, clinic)).toEqual(
        authData,
      );
    },
  );

  test('takes nothing from the Zap where the platform has no parameters', () => {
    const inputData = { api_key: 'of the Zap', max_rows: '1' };
    expect(connectionOf({ authData, inputData }, {})).toEqual(authData);
  });
});

test.each([
  ['siteId', 'site_id'],
  ['includePrivateNotes', 'include_private_notes'],
  ['city', 'city'],
  ['oauth2Scope', 'oauth2_scope'],
])('the field for %s is %s', (name, key) => {
  expect(toFieldKey(name)).toBe(key);
});
