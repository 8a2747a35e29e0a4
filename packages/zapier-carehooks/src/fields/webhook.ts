import type { Platform } from '@carehooks/core';
import type { InputFieldGroup, PlainInputField } from 'zapier-platform-core';

const group = 'advanced';

/** https://github.com/zapier/zapier-platform/blob/main/packages/schema/docs/build/schema.md#inputfieldgroupschema */
export const fieldGroups: InputFieldGroup[] = [{ key: group, label: 'Advanced' }];

export const secretField: PlainInputField = {
  key: 'webhook_secret',
  label: 'Webhook Secret',
  type: 'password',
  required: false,
  helpText: "This Zap's own webhook secret. Leave empty to use the secret of the connection.",
};

/** How deliveries are checked and chosen: a platform with other signatures has other fields. */
export function advancedFields({ signature, events }: Platform): PlainInputField[] {
  const fields = [...filterFields, eventHeaderField(events[0]?.type ?? ''), acceptUnsignedField];
  if (signature.kind !== 'basic') fields.push(signatureHeaderField);
  if (signature.kind === 'hmac' && signature.timestamp !== undefined) {
    fields.push(replayWindowField(signature.timestamp.tolerance));
  }
  return fields.map((field) => ({ ...field, required: false, group }));
}

const filterFields: PlainInputField[] = [
  {
    key: 'only_when',
    label: 'Only When Fields Equal',
    dict: true,
    helpText:
      'Left the name of a field, such as `status` or `location.postalCode`; right its value, or several with commas. Anything else starts nothing and fetches nothing.',
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
    helpText: `Name of a header that tells the event, where one does. Where none does, you can add \`?event=${example}\` to the webhook URL instead.`,
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

const signatureHeaderField: PlainInputField = {
  key: 'signature_header',
  label: 'Signature Header',
  type: 'string',
  helpText:
    'Look for the signature in this header only. The field Signature Header of any run tells where it was found.',
};

function replayWindowField(seconds: number): PlainInputField {
  return {
    key: 'replay_window',
    label: 'Replay Window in Seconds',
    type: 'integer',
    default: String(seconds),
    helpText: 'Older deliveries are refused. 0 accepts any age.',
  };
}
