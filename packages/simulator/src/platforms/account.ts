/** What a person would set up to use a simulated platform: an account, and a webhook with its secret. */
export interface DemoAccount {
  /** Access to the API of the simulator at a URL, as the platform's settings want it. */
  connection(simulatorUrl: string): Readonly<Record<string, string>>;
  /** Registers a webhook for all events and tells its secret. */
  register(targetUrl: string): string;
  /** The body telling of a change at another time, so that it is no repeat. */
  renew(body: Uint8Array, at: Date): Uint8Array<ArrayBuffer>;
}
