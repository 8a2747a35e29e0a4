import { readSettings } from '../src/settings.ts';

describe('readSettings', () => {
  test('has safe defaults for a Zap where nothing was set', () => {
    expect(readSettings({})).toEqual({
      relations: [],
      onFailure: 'keep',
      output: 'full',
      webhookSecret: '',
      acceptUnsigned: false,
      signatureHeader: '',
      eventHeader: '',
      filters: [],
      replayWindow: null,
      lookBackHours: 24,
    });
  });

  test('reads what a user set', () => {
    const settings = readSettings({
      expand: ['patient', 'task'],
      on_failure: 'fail',
      output: 'minimal',
      webhook_secret: ' with spaces ',
      accept_unsigned: true,
      signature_header: 'Http-X-Heim-Signature',
      event_header: 'X-Event',
      replay_window: 0,
      look_back_hours: 48,
    });
    expect(settings).toEqual({
      relations: ['patient', 'task'],
      onFailure: 'fail',
      output: 'minimal',
      webhookSecret: ' with spaces ',
      acceptUnsigned: true,
      signatureHeader: 'x-heim-signature',
      eventHeader: 'x-event',
      filters: [],
      replayWindow: 0,
      lookBackHours: 48,
    });
  });

  test('turns dictionaries into filters', () => {
    const { filters } = readSettings({
      only_when: { status: 'scheduled, completed', ' location.city ': 'Wigtown', '': 'nothing' },
      skip_when: { externalRef: '' },
    });
    expect(filters).toEqual([
      { field: 'status', operator: 'is', values: ['scheduled', 'completed'] },
      { field: 'location.city', operator: 'is', values: ['Wigtown'] },
      { field: 'externalRef', operator: 'isNot', values: [''] },
    ]);
  });

  test.each([
    [{ expand: 'patient, task' }, { relations: ['patient', 'task'] }],
    [{ expand: 7 }, { relations: [] }],
    [{ accept_unsigned: 'true' }, { acceptUnsigned: true }],
    [{ accept_unsigned: 'yes' }, { acceptUnsigned: false }],
    [{ look_back_hours: '12' }, { lookBackHours: 12 }],
    [{ look_back_hours: '' }, { lookBackHours: 24 }],
    [{ look_back_hours: -1 }, { lookBackHours: 24 }],
    [{ replay_window: 'long' }, { replayWindow: null }],
    [{ only_when: 'status' }, { filters: [] }],
  ])('reads %j, as an expression may fill a field, as %j', (input, expected) => {
    expect(readSettings(input)).toMatchObject(expected);
  });
});
