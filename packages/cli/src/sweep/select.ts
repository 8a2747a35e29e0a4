import { CliError } from '../exit.ts';
import { printable } from '../output/stream.ts';
import type { Examined, Findings } from './find.ts';

/**
 * The subscriptions that the ids name. They must all be ours and gone, or nothing is deleted.
 *
 * @throws CliError that names the first id for which this is not so
 */
export function selectGone(ids: readonly string[], { ours }: Findings): readonly Examined[] {
  return [...new Set(ids)].map((id) => {
    const found = ours.find(({ subscription }) => subscription.id === id);
    const hint =
      'Nothing was deleted. Name ids that the command lists as gone when it is called without --apply.';
    if (found === undefined)
      throw new CliError(`No webhook that Carehooks made has the id ${printable(id)}.`, hint);
    if (found.state !== 'gone') {
      throw new CliError(`The target of ${printable(id)} is not gone: ${found.reason}.`, hint);
    }
    return found;
  });
}
