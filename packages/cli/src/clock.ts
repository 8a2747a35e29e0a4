import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@carehooks/core';

export const clock: Clock = { now: () => Date.now(), sleep: (milliseconds) => setTimeout(milliseconds) };
