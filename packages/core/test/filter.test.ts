import { type FieldFilter, parseAlternatives } from '../src/index.ts';
import { passesFilters } from '../src/filter.ts';

const entity = {
  status: 'Scheduled',
  count: 3,
  urgent: true,
  note: '',
  cancellation: null,
  location: { postalCode: 'DG8 9AB' },
  tubes: [{ type: 'EDTA' }],
  'with.dot': 'x',
};

describe('a filter', () => {
  it.each([
    ['status', ['scheduled'], true],
    ['status', ['completed', 'SCHEDULED'], true],
    ['status', ['schedule'], false],
    ['location.postalCode', ['dg8 9ab'], true],
    ['count', ['3'], true],
    ['urgent', ['true'], true],
    ['tubes.0.type', ['edta'], true],
    ['tubes', ['[{"type":"edta"}]'], true],
    ['note', [''], true],
    ['cancellation', [''], true],
    ['missing', [''], true],
    ['missing.deeper', ['x'], false],
    ['status.length', ['9'], false],
    ['toString', ['x'], false],
    ['status', [], false],
  ])('finds that %s is one of %j: %s', (field, values, expected) => {
    const is: FieldFilter = { field, operator: 'is', values };
    expect(passesFilters(entity, [is])).toBe(expected);
    expect(passesFilters(entity, [{ ...is, operator: 'isNot' }])).toBe(!expected);
  });

  it.each([
    [['missing', 'cancellation', 'status'], true],
    [['count', 'status'], false],
    [['missing', 'other'], false],
    [[], false],
  ])('takes of the fields %j the first that holds anything: %s', (field, expected) => {
    expect(passesFilters(entity, [{ field, operator: 'is', values: ['scheduled'] }])).toBe(expected);
  });

  it('has to be met together with all others', () => {
    const scheduled: FieldFilter = { field: 'status', operator: 'is', values: ['scheduled'] };
    const few: FieldFilter = { field: 'count', operator: 'isNot', values: ['3'] };
    expect(passesFilters(entity, [])).toBe(true);
    expect(passesFilters(entity, [scheduled, few])).toBe(false);
  });
});

describe('alternatives', () => {
  it.each([
    ['scheduled', ['scheduled']],
    [' scheduled , no show,', ['scheduled', 'no show']],
    ['', ['']],
    [' , ', ['']],
  ])('are read from "%s"', (text, values) => {
    expect(parseAlternatives(text)).toEqual(values);
  });
});
