import type { Platform } from '@carehooks/core';
import type { InputFieldGroup, PlainInputField } from 'zapier-platform-core';
import { toHelpText } from './help.ts';

const group = 'advanced';

/** https://github.com/zapier/zapier-platform/blob/main/packages/schema/docs/build/schema.md#inputfieldgroupschema */
export const fieldGroups: InputFieldGroup[] = [{ key: group, label: 'Advanced' }];

/** Who makes the webhook of a trigger: we do through the platform's API, or a person does. */
export type WebhookMaker = 'api' | 'person';

export function secretField({ settings }: Platform): PlainInputField {
  const ofConnection = settings.find(({ key }) => key === 'webhookSecret');
  return {
    key: 'webhook_secret',
    label: 'Webhook Secret',
    type: 'password',
    required: false,
    helpText:
      ofConnection === undefined
        ? "This Zap's own webhook secret."
        : `This Zap's own webhook secret. Leave empty to use the secret of the connection. ${toHelpText(ofConnection.help)}`,
  };
}

/**
 * How deliveries are checked and chosen: a platform with other signatures has other fields. A webhook that we make is
 * always signed, and its URL and headers are nothing that a person sets.
 */
export function advancedFields(platform: Platform, maker: WebhookMaker): PlainInputField[] {
  const { signature } = platform;
  const fields = [...filterFields];
  if (maker === 'person') fields.push(...handmadeFields(platform));
  if (signature.kind === 'hmac' && signature.timestamp !== undefined) {
    fields.push(replayWindowField(signature.timestamp.tolerance));
  }
  return fields.map((field) => ({ ...field, required: false, group }));
}

function handmadeFields(platform: Platform): PlainInputField[] {
  const { signature, events } = platform;
  return [
    ...(bodiesNameEvents(platform) ? [] : [eventHeaderField(events[0]?.type ?? '')]),
    acceptUnsignedField,
    ...(signature.kind === 'basic' ? [] : [signatureHeaderField(signature.kind)]),
  ];
}

/** Whether bodies say which event they tell of, as the recorded ones show. A header could only contradict them. */
function bodiesNameEvents({ envelope, samples }: Platform): boolean {
  const told = Object.values(samples.fixtures).flatMap((body) => envelope.open(body));
  return told.every((event) => event?.type != null);
}

const filterFields: PlainInputField[] = [
  {
    key: 'only_when',
    label: 'Only When Fields Equal',
    dict: true,
    helpText:
      'On the left the name of a field, such as `status` or `location.postalCode`; on the right its value, or several with commas between them. Anything else starts nothing and fetches nothing.',
  },
  {
    key: 'skip_when',
    label: 'Skip When Fields Equal',
    dict: true,
    helpText: 'As above, for what must not start the Zap.',
  },
];

function eventHeaderField(example: string): PlainInputField {
  return {
    key: 'event_header',
    label: 'Event Header',
    type: 'string',
    helpText: `Name of a header that names the event. Without one, add \`?event=${encodeURIComponent(example)}\` or another event to the webhook URL to tell events apart for certain.`,
  };
}

const acceptUnsignedField: PlainInputField = {
  key: 'accept_unsigned',
  label: 'Accept Unsigned Deliveries',
  type: 'boolean',
  default: 'false',
  helpText:
    'Anyone who learns the webhook URL could then start this Zap. Has no effect where a secret is set.',
};

function signatureHeaderField(kind: 'hmac' | 'discovery'): PlainInputField {
  return {
    key: 'signature_header',
    label: 'Signature Header',
    type: 'string',
    helpText:
      kind === 'hmac'
        ? 'Look for the signature in this header, where a proxy renames it.'
        : 'Only look for the signature in this header. Otherwise it is found by itself, and the field Signature Header of any run names the header.',
  };
}

function replayWindowField(seconds: number): PlainInputField {
  return {
    key: 'replay_window',
    label: 'Replay Window in Seconds',
    type: 'integer',
    default: String(seconds),
    helpText: 'How old a delivery may be, or how far ahead of the clock. 0 accepts any age.',
  };
}
