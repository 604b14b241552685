import { Piece } from '../../text';

/** One word of a command, as the program gets it: without quotes, and with a hole for all that the shell fills in. */
export interface Word {
  piece: Piece;
  text: string;
  /** Any of it is in quotes. */
  quoted: boolean;
}

/** One program that is run. */
export interface ShellCommand {
  /** Without assignments and redirections. */
  words: Word[];
  /** Assignments in front, as written. */
  assignments: string[];
  /** Operators with what they name, e.g. `2>&1`, `>out`. */
  redirects: string[];
  /** Where its stdout goes: to a file, a pipe or a variable. */
  captured: boolean;
  /** Ends of the last word, in the source. */
  end: number;
}
