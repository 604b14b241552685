import type { MigrationState } from '../../api/migrationTypes';
import { shellQuote } from '../../commands/shellQuote';

/** A command with what it is for. */
export type RollbackCommand = MigrationState['rollback']['commands'][number];

/**
 * Words for a POSIX shell, each quoted as one; steps are joined with `&&`. Empty when one of them cannot be written safely: half a roll-back is
 * worse than none.
 */
export function commandOf(
  title: string,
  ...steps: readonly (readonly string[])[]
): RollbackCommand[] {
  const quoted = steps.map(words => words.map(shellQuote));
  return quoted.some(words => words.includes(undefined))
    ? []
    : [{ title, command: quoted.map(words => words.join(' ')).join(' && ') }];
}
