export { openZapierApp, ZapierApp, type HookRun, type Item } from './app.ts';
export type { HookRequest, ZapSetting } from './bundle.ts';
export type { ZapierCache } from './cache.ts';
export { ZapierCallError } from './call-error.ts';
export type { ZapierLog } from './messages.ts';
export {
  PlatformApi,
  type FailedCheck,
  type PlatformApiOptions,
  type Promotion,
  type RegisteredApp,
  type Upload,
} from './platform-api.ts';
