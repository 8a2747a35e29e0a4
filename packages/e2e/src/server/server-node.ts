import { dirname, join } from 'node:path';
import { isExecutable } from '../machine/find-executable.ts';

/** The Node binary that belongs to an installed server: n8n 2 needs Node 24, whatever the machine has. */
export function serverNode(serverFolder: string): string {
  const own = join(serverFolder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (isExecutable(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `n8n needs Node 24 and there is no packaged one for ${process.platform}-${process.arch}: ` +
      `install Node 24 and run this again (now running on ${process.version}).`,
  );
}

/** The folder that holds `bin` and `include` of a Node binary: what node-gyp calls nodedir. */
export function nodeHome(node: string): string {
  return dirname(dirname(node));
}
