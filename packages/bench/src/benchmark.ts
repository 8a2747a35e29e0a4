/** A promise about speed, held by every run: a ratio between two things measured side by side. */
export interface Floor {
  readonly what: string;
  readonly ratio: number;
  readonly limit: number;
  readonly sense: 'at most' | 'at least';
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** Bars beside each other, of one unit. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly bars: ReadonlyArray<{ readonly label: string; readonly value: number }>;
}

/** What a benchmark found. Absolute times tell of the machine, ratios of the code. */
export interface Result {
  readonly table: Table;
  readonly chart?: Chart;
  readonly floors: readonly Floor[];
}

export interface Benchmark {
  /** Chosen by it on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is measured against what, and how, in a few sentences. */
  readonly about: string;
  run(): Promise<Result>;
}

export function isHeld({ ratio, limit, sense }: Floor): boolean {
  return sense === 'at most' ? ratio <= limit : ratio >= limit;
}
