/**
 * The releases of n8n that the package is tested with: the last of n8n 1, and n8n 2. Each has a folder in `servers`
 * with its manifest and lockfile.
 */
export const releases = ['1', '2'] as const;

export type Release = (typeof releases)[number];

/** The release that tests run on unless they name one: `CAREHOOKS_N8N` says which, else it is the newest. */
export function chosenRelease(): Release {
  return named() ?? '2';
}

/** The releases for tests that run on each: all of them, or the one that `CAREHOOKS_N8N` names. */
export function releasesUnderTest(): readonly Release[] {
  const release = named();
  return release === undefined ? releases : [release];
}

function named(): Release | undefined {
  const name = process.env.CAREHOOKS_N8N;
  if (name === undefined || name === '') return undefined;
  const release = releases.find((one) => one === name);
  if (release === undefined)
    throw new Error(`CAREHOOKS_N8N is "${name}": set it to ${releases.join(' or ')}, or leave it out.`);
  return release;
}
