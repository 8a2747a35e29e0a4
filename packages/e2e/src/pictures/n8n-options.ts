import type { Simulator } from '@carehooks/simulator';
import type { N8nClient } from '../client/n8n-client.ts';
import type { TriggerNode } from '../client/workflow.ts';
import type { Editor } from '../browser/editor.ts';
import type { Album } from './album.ts';
import { createGallery, type Exhibit } from './gallery.ts';
import { type NodeProperty, readNodeTypes } from './node-types.ts';
import { type TriggerOptions, triggerOptions } from './trigger-options.ts';

/** The panel of each trigger with its accounts connected and every option added. */
export async function pictureOptions(
  album: Album,
  editor: Editor,
  client: N8nClient,
  simulator: Simulator,
): Promise<void> {
  const propertiesOf = await readNodeTypes(client);
  const optionsOf = (node: string): readonly NodeProperty[] =>
    propertiesOf(node).find(({ name }) => name === 'options')?.options ?? [];

  const exhibits = triggerOptions.map(async (wanted): Promise<Exhibit> => {
    const defaults = optionsOf(wanted.node).map(({ name, default: preset }) => [name, preset]);
    const options = { ...Object.fromEntries(defaults), ...wanted.chosen };
    const credentials = await connect(wanted, client, simulator);
    return { ...wanted, parameters: { ...wanted.parameters, options }, credentials };
  });
  await editor.openWorkflow(await createGallery(client, await Promise.all(exhibits)));
  for (const { picture, node } of triggerOptions) {
    const panel = await editor.openNode(picture);
    const always = optionsOf(node).filter(({ displayOptions }) => displayOptions === undefined);
    await album.take(picture, panel.parameters, {
      shows: always.map(({ displayName }) => displayName),
      clip: await panel.optionsBox(),
    });
    await panel.close();
  }
}

async function connect(
  { credentials, platform }: TriggerOptions,
  client: N8nClient,
  simulator: Simulator,
): Promise<NonNullable<TriggerNode['credentials']>> {
  const { name, account } = simulator.platforms[platform];
  const references = credentials.map(async (type) => {
    const isSecret = type.endsWith('WebhookApi');
    const data = isSecret ? { secret: 'whsec_example' } : { ...account.connection(simulator.url) };
    const made = await client.createCredential(type, `${name} ${isSecret ? 'webhook' : 'account'}`, data);
    return [type, { id: made.id, name: made.name }] as const;
  });
  return Object.fromEntries(await Promise.all(references));
}
