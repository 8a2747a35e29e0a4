import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The living members of a process group, as the kernel lists them. */
export function processesOfGroup(group: number | undefined): string[] {
  return readdirSync('/proc').filter((entry) => {
    const stat = `/proc/${entry}/stat`;
    if (!/^\d+$/.test(entry) || !existsSync(stat)) return false;
    // After the name in brackets come the state, the parent and the group: man 5 proc.
    const [state, , ofGroup] = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(ofGroup) === group && state !== 'Z';
  });
}
