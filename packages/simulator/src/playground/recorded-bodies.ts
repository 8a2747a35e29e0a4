import type { Fixtures } from '../fixtures.ts';
import type { DemoAccount } from '../platforms/account.ts';
import { indentJson, refuseNonJson } from './body.ts';
import type { FireRequest } from './fire-request.ts';

/** The recorded bodies of a platform, and what is sent in their place once a person has edited one. */
export class RecordedBodies {
  readonly #platform: string;
  readonly #fixtures: Fixtures;
  readonly #account: DemoAccount;
  #lastMoment = 0;

  constructor(platform: string, fixtures: Fixtures, account: DemoAccount) {
    this.#platform = platform;
    this.#fixtures = fixtures;
    this.#account = account;
  }

  get names(): readonly string[] {
    return this.#fixtures.names(this.#platform);
  }

  /**
   * The body laid out for reading.
   *
   * @throws Refusal when there is none of that name
   */
  laidOut(name: string): string {
    return indentJson(Buffer.from(this.#read(name)).toString());
  }

  /**
   * What to send, a body for each event.
   *
   * @throws Refusal when the body is not JSON
   */
  bodiesFor({ fixture, body, count, renewed }: FireRequest): Array<Uint8Array<ArrayBuffer>> {
    refuseNonJson(body);
    const isRecorded = this.names.includes(fixture) && this.laidOut(fixture) === body;
    // What nobody has edited goes out byte for byte as it was recorded.
    const bytes = Buffer.from(isRecorded ? this.#read(fixture) : body);
    return Array.from({ length: count }, () =>
      renewed ? this.#account.renew(bytes, this.#nextMoment()) : bytes,
    );
  }

  #read(name: string): Uint8Array {
    return this.#fixtures.read(this.#platform, name);
  }

  /** Whole seconds apart, since some platforms tell no less. */
  #nextMoment(): Date {
    this.#lastMoment = Math.max(Date.now(), this.#lastMoment + 1_000);
    return new Date(this.#lastMoment);
  }
}
