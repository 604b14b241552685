import { shellQuote } from './shellQuote';
import { Command } from './VerifyCommandsInput';

/**
 * A command of these words; none where one of them cannot be written safely.
 *
 * @internal
 */
export function writeCommand(
  title: string,
  words: readonly string[],
): Command[] {
  const quoted = words.map(shellQuote);
  return quoted.includes(undefined)
    ? []
    : [{ title, command: quoted.join(' ') }];
}

/**
 * Where the reader has a file: as told, or under its id.
 *
 * @internal
 */
export function pathOf(
  paths: Readonly<Record<string, string>> | undefined,
  id: string,
): string | undefined {
  return paths !== undefined && Object.hasOwn(paths, id)
    ? paths[id]
    : undefined;
}
