/** How a person set up the trigger, the same for both hosts. */
export interface TriggerSetting {
  readonly secret: string;
  readonly connection: Readonly<Record<string, string>>;
  readonly relations: readonly string[];
  readonly output: 'full' | 'minimal';
  readonly onFailure: 'keep' | 'fail';
}
