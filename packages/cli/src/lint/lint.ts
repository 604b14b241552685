import { Output } from '../Output';
import { plainLine } from '../plainLine';
import { checkBytes, checkFile } from './checkFile';
import { findFiles } from './findFiles';
import { Fixed, fixFile } from './fixFile';
import { LintResult } from './LintResult';
import { LintUsageError } from './LintUsageError';
import {
  LintArguments,
  LintSeverity,
  parseLintArguments,
} from './parseLintArguments';
import { formatGithub } from './print/formatGithub';
import { formatJson } from './print/formatJson';
import { formatSarif } from './print/formatSarif';
import { formatText } from './print/formatText';
import { readInput } from './readInput';

const HELP = `Usage: chart-provenance lint [paths…] [options]

Looks for mistakes in references to Helm charts: in commands, pipelines,
manifests, charts, Terraform and Markdown. It contacts nothing, and needs no
backend and no configuration.

A folder is searched for YAML, Markdown, shell, Terraform, Dockerfiles and
Makefiles, without node_modules, vendor, .git and .terraform, and without
following symbolic links. Without a path it is the current folder; - is what is
piped in.

Options:
  --format <text|json|sarif|github>   (default: text)
  --fix                     make the corrections that are certain
  --fail-on <error|warning|info>      fail from this on (default: error)
  --stdin-filename <name>   what is piped in is a file of this name
  -h, --help                print this

Exit code: 0 nothing found that is bad enough, 1 something was, 2 the command
cannot be done.
`;

const RANK: Record<LintSeverity, number> = { info: 0, warning: 1, error: 2 };
const FORMATS = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
};

/** `chart-provenance lint`. */
export async function lint(
  argv: readonly string[],
  output: Output,
  input: () => Promise<Uint8Array> = readInput,
): Promise<number> {
  const refuse = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    output.err(`chart-provenance lint: ${plainLine(message)}\n`);
    return 2;
  };
  let options: LintArguments;
  try {
    options = parseLintArguments(argv);
  } catch (error) {
    return refuse(error);
  }
  if (options.help) {
    output.out(HELP);
    return 0;
  }
  try {
    const result = await check(options, input);
    output.out(FORMATS[options.format](result));
    return isBad(result, options.failOn) ? 1 : 0;
  } catch (error) {
    if (isExpected(error)) {
      return refuse(error);
    }
    throw error;
  }
}

async function check(
  { paths, fix, stdinFilename = '' }: LintArguments,
  input: () => Promise<Uint8Array>,
): Promise<LintResult> {
  const result: LintResult = { checked: [], fixed: new Map() };
  if (paths.includes('-')) {
    result.checked.push(checkBytes(stdinFilename, await input()));
  }
  for (const path of await findFiles(paths.filter(one => one !== '-'))) {
    const before = await checkFile(path);
    const after: Fixed = fix
      ? await fixFile(before)
      : { checked: before, fixed: 0 };
    result.checked.push(after.checked);
    if (after.fixed > 0) {
      result.fixed.set(path, after.fixed);
    }
  }
  return result;
}

function isBad({ checked }: LintResult, failOn: LintSeverity): boolean {
  return checked.some(({ report }) =>
    report.findings.some(({ severity }) => RANK[severity] >= RANK[failOn]),
  );
}

/** Of what was asked for, or of a file that cannot be read or written. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof LintUsageError ||
    (typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      typeof error.code === 'string')
  );
}
