/** Nanoseconds as people read them. */
export function microseconds(nanoseconds: number): string {
  const value = nanoseconds / 1_000;
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} µs`;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1_024).toFixed(0)} KB`;
}

/** A ratio: `1.06×`. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_024 ** 2).toFixed(1)} MB`;
}
