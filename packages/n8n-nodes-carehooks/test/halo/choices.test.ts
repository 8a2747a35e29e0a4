import { eventChoices, halo } from '@carehooks/core';
import { loadN8nPackage } from '@carehooks/harness/n8n';
import type { ILoadOptionsFunctions, INode, INodePropertyOptions, INodeType } from 'n8n-workflow';

/** What n8n asks for while the user has not connected an account. */
async function withoutAccount(list: string): Promise<INodePropertyOptions[]> {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  const { methods } = host.package.nodes.get('haloTrigger') as INodeType;
  const load = methods?.loadOptions?.[list];
  if (load === undefined) throw new Error(`There is no list ${list}`);
  const node: INode = {
    id: 'node',
    name: 'HALO Trigger',
    type: 'n8n-nodes-carehooks.haloTrigger',
    typeVersion: 2,
    position: [0, 0],
    parameters: {},
  };
  return load.call({ getNode: () => node } as ILoadOptionsFunctions);
}

describe('before an account is connected', () => {
  it('the events that are known can be chosen', async () => {
    const known = eventChoices(halo.events).map(({ label, value }) => ({ name: label, value }));
    expect(await withoutAccount('events')).toEqual(known);
  });

  it.each(['statuses', 'teams', 'ticketTypes'])('the list of %s says what is missing', async (list) => {
    await expect(withoutAccount(list)).rejects.toThrow('No credentials for the API are set');
  });
});
