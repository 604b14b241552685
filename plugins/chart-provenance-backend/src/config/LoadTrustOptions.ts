import { Problems } from './problems';

/** Reads a file whole, as text. */
export type ReadText = (path: string) => Promise<string>;

/** What reading trust material needs from outside. */
export interface LoadTrustOptions {
  readText: ReadText;
  /** Refuses the material of the examples, whose private keys anybody may read. */
  production: boolean;
  problems: Problems;
  now: Date;
}
