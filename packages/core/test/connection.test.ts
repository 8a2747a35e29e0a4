import { type Setting, settingOf } from '../src/index.ts';

const settings: Setting[] = [
  { key: 'baseUrl', label: 'Base URL', help: 'Where.', type: 'text', default: 'https://api.example.org' },
  { key: 'apiKey', label: 'API Key', help: 'Which.', type: 'secret' },
];

describe('the value of a setting', () => {
  it.each([
    [{ baseUrl: 'https://other.example' }, 'baseUrl', 'https://other.example'],
    [{}, 'baseUrl', 'https://api.example.org'],
    [{ baseUrl: undefined }, 'baseUrl', 'https://api.example.org'],
    [{ baseUrl: '' }, 'baseUrl', ''],
    [{}, 'apiKey', ''],
    [{}, 'unknown', ''],
  ])('is read from %j for %s', (connection, key, value) => {
    expect(settingOf(connection, settings, key)).toBe(value);
  });
});
