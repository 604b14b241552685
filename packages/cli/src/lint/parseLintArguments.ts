import { parseArgs } from 'node:util';
import { LintUsageError } from './LintUsageError';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How findings are shown. */
export type LintFormat = (typeof FORMATS)[number];

/** The least that makes the command fail. */
export type LintSeverity = (typeof SEVERITIES)[number];

/** What `lint` was asked for. */
export interface LintArguments {
  help: boolean;
  /** Files and folders; `-` is what is piped in. */
  paths: string[];
  format: LintFormat;
  fix: boolean;
  failOn: LintSeverity;
  /** Name of what is piped in. */
  stdinFilename?: string;
}

/** @throws TypeError, LintUsageError saying which option is wrong */
export function parseLintArguments(argv: readonly string[]): LintArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'fail-on': { type: 'string', default: 'error' },
      'stdin-filename': { type: 'string' },
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const paths = positionals.length > 0 ? positionals : ['.'];
  if (values.fix && paths.includes('-')) {
    throw new LintUsageError('What is piped in cannot be fixed: name a file.');
  }
  return {
    help: values.help,
    paths,
    fix: values.fix,
    format: oneOf(FORMATS, values.format, '--format'),
    failOn: oneOf(SEVERITIES, values['fail-on'], '--fail-on'),
    stdinFilename: values['stdin-filename'],
  };
}

function oneOf<T extends string>(
  words: readonly T[],
  text: string,
  option: string,
): T {
  const found = words.find(word => word === text);
  if (found === undefined) {
    throw new LintUsageError(`${option} is one of ${words.join(', ')}.`);
  }
  return found;
}
