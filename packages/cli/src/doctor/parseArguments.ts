import { parseArgs } from 'node:util';

/** What `doctor` was asked for. */
export interface DoctorArguments {
  help: boolean;
  json: boolean;
  /** Paths of config files; the default ones when there are none. */
  config: string[];
  registry?: string;
  repository?: string;
}

/** @throws TypeError saying which option is wrong. */
export function parseArguments(argv: readonly string[]): DoctorArguments {
  const { values } = parseArgs({
    args: [...argv],
    allowPositionals: false,
    options: {
      config: { type: 'string', multiple: true, default: [] },
      registry: { type: 'string' },
      repository: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}
