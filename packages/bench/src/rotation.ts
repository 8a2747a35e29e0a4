/** The same things beginning with another one: in rounds, each is first in turn, and after each other one. */
export function rotated<One>(all: readonly One[], by: number): One[] {
  const start = by % all.length;
  return [...all.slice(start), ...all.slice(0, start)];
}
