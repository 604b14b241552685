import { Piece } from '../../text';
import { ShellReader } from './ShellReader';
import { ShellCommand } from './types';

/**
 * Reads the commands in a text for a POSIX shell, those inside of `$(…)` among them. Never throws: what it does not understand becomes
 * commands that nobody knows.
 */
export function readShell(piece: Piece): ShellCommand[] {
  return new ShellReader(piece).read();
}
