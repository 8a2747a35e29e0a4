import { ally, type HttpResponse } from '@carehooks/core';
import { Access } from '../../src/live/access.ts';
import { relationsCheck } from '../../src/live/checks/api.ts';

const check = relationsCheck({ file: 'relations.ts', point: 'relations' });

/** Runs the check against an account with one appointment, whose patient is answered like this. */
async function ask(patient: HttpResponse) {
  const appointment = { id: 'apt_1', status: 'created', patient: { id: 'p_1' } };
  const access = new Access(ally, { apiKey: 'test_key' }, async ({ url }) =>
    url.includes('/patients/') ? patient : { status: 200, headers: {}, body: JSON.stringify([appointment]) },
  );
  const account = await access.account();
  if (check.kind !== 'api') throw new Error('It asks the API.');
  return access.read(check.ask(account), account);
}

it('tells a record that is refused from one that is given', async () => {
  expect(await ask({ status: 200, headers: {}, body: '{"id":"p_1"}' })).toMatchObject({
    verdict: 'confirmed',
    observed: expect.stringContaining('Fetched: `patient`. Refused: none.'),
  });
  expect(await ask({ status: 404, headers: {}, body: '{}' })).toMatchObject({
    verdict: 'change',
    change: 'find another way to fetch `patient`',
  });
});

it('concludes nothing from an API that is busy', async () => {
  const busy = { status: 429, headers: { 'retry-after': '3600' }, body: '{}' };
  await expect(ask(busy)).rejects.toMatchObject({ code: 'api-throttled' });
});
