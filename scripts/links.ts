import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a page of this repository is shown on the web: links to it can be checked here. */
const published = 'https://github.com/carehooks/carehooks/blob/main/';

/**
 * Links of a page that lead nowhere: to a file that is not there, or to a heading that its page does not have.
 *
 * @param page its path from the root, where this has to run
 */
export function brokenLinks(page: string, markdown: string): string[] {
  return targetsOf(markdown).filter((target) => {
    const [path = '', anchor] = target.startsWith(published)
      ? target.slice(published.length).split('#')
      : fromRoot(target, page).split('#');
    if (!existsSync(path)) return true;
    return (
      anchor !== undefined && !anchorsOf(path === page ? markdown : readFileSync(path, 'utf8')).has(anchor)
    );
  });
}

/** Links into the repository. */
function targetsOf(markdown: string): string[] {
  const found = [...withoutCode(markdown).matchAll(/\]\(([^()\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)];
  return found
    .map(([, link, source]) => link ?? source ?? '')
    .filter((target) => target.startsWith(published) || !/^[a-z]+:/i.test(target));
}

function fromRoot(target: string, page: string): string {
  return target.startsWith('#') ? page + target : join(dirname(page), target);
}

/** The anchors that GitHub gives to headings; a heading that comes again gets a number. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutCode(markdown).matchAll(/^#{1,6} +(.+)$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
    const anchor = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    let free = anchor;
    for (let count = 1; anchors.has(free); count += 1) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  return anchors;
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^( *)(```|~~~).*?^\1\2/gms, '');
}
