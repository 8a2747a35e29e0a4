import { readSettings } from '../src/settings.ts';

describe('readSettings', () => {
  test('has safe defaults for a Zap where nothing was set', () => {
    expect(readSettings({})).toEqual({
      customEvents: [],
      relations: [],
      onFailure: 'keep',
      output: 'full',
      webhookSecret: '',
      acceptUnsigned: false,
      signatureHeader: '',
      eventHeader: '',
      filters: [],
      replayWindow: undefined,
      lookBackHours: 24,
    });
  });

  test('reads what a user set', () => {
    const settings = readSettings({
      custom_events: ['visit.started', 'visit.ended'],
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
      customEvents: ['visit.started', 'visit.ended'],
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

  test('turns named filters into filters on their fields', () => {
    const named = [
      { key: 'siteId', label: 'Site', help: 'Only this site.', field: 'siteId' },
      { key: 'doctorId', label: 'Doctor', help: 'Only this doctor.', field: ['doctor_id', 'doctor.id'] },
      { key: 'clinicId', label: 'Clinic', help: 'Only this clinic.', field: 'clinic_id', choices: 'clinics' },
    ];
    const input = { site_id: 'a, b', doctor_id: 17, clinic_id: ['c 1', ''], only_when: { status: 'open' } };
    expect(readSettings(input, named).filters).toEqual([
      { field: 'siteId', operator: 'is', values: ['a', 'b'] },
      { field: ['doctor_id', 'doctor.id'], operator: 'is', values: ['17'] },
      { field: 'clinic_id', operator: 'is', values: ['c 1'] },
      { field: 'status', operator: 'is', values: ['open'] },
    ]);
    expect(readSettings({ site_id: ' ', doctor_id: [] }, named).filters).toEqual([]);
  });

  test.each([
    [{ expand: 'patient, task' }, { relations: ['patient', 'task'] }],
    [{ expand: { name: 'patient' } }, { relations: [] }],
    [{ custom_events: 'visit.started, visit.ended' }, { customEvents: ['visit.started', 'visit.ended'] }],
    [{ custom_events: [' visit.started ', '', 7] }, { customEvents: ['visit.started', '7'] }],
    [{ accept_unsigned: 'true' }, { acceptUnsigned: true }],
    [{ accept_unsigned: 'yes' }, { acceptUnsigned: false }],
    [{ look_back_hours: '12' }, { lookBackHours: 12 }],
    [{ look_back_hours: '' }, { lookBackHours: 24 }],
    [{ look_back_hours: -1 }, { lookBackHours: 24 }],
    [{ replay_window: 'long' }, { replayWindow: undefined }],
    [{ only_when: 'status' }, { filters: [] }],
  ])('reads %j, as an expression may fill a field, as %j', (input, expected) => {
    expect(readSettings(input)).toMatchObject(expected);
  });
});
