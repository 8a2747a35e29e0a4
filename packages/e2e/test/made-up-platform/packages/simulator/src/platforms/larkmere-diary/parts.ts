import type { Settings } from '../../settings.ts';
import type { Hooks } from './hooks.ts';
import type { Practice } from './practice.ts';
import type { LarkmereDiarySettings } from './settings.ts';

/** What the API and the deliveries work with. */
export interface LarkmereDiaryParts {
  readonly settings: Settings<LarkmereDiarySettings>;
  readonly hooks: Hooks;
  readonly practice: Practice;
}
