import type { PlainInputField } from 'zapier-platform-core';

export const lookBackField: PlainInputField = {
  key: 'look_back_hours',
  label: 'Look Back in Hours',
  type: 'integer',
  default: '24',
  required: false,
  helpText:
    'How far back each poll looks for changes. No change starts the Zap twice, so this may be much longer than the time between two polls.',
};
