import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Also the cells and tools of the full set. */
  full: boolean;
  /** Only cells whose id contains one of these. */
  only: string[];
  /** Leaves the folder with everything that was made. */
  keep: boolean;
}

/** @throws on an unknown option. */
export function readArguments(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      keep: { type: 'boolean', default: false },
    },
  });
  return values;
}
