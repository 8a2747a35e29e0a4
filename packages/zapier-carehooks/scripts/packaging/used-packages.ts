const manifest = /^(.*node_modules\/.+\/)package\.json$/;

/**
 * Leaves out packages of which nothing but the package.json is in the zip. Zapier's build takes the package.json of all
 * that is installed, and else the files that are needed: for our apps every 20th byte was of packages without any.
 */
export function usedPackages<File>(files: ReadonlyArray<readonly [string, File]>) {
  const names = files.map(([name]) => name);
  return files.filter(([name]) => {
    const [, folder] = manifest.exec(name) ?? [];
    return folder === undefined || names.some((other) => other !== name && isOwnFile(other, folder));
  });
}

/** A nested package is no part of the one around it. */
function isOwnFile(name: string, folder: string): boolean {
  return name.startsWith(folder) && !name.slice(folder.length).startsWith('node_modules/');
}
