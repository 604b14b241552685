import { parseArgs } from 'node:util';
import { GateRequirements } from 'backstage-plugin-chart-provenance-common';
import { GateUsageError } from './GateUsageError';

/** How results are shown. */
export type GateFormat = 'plain' | 'json' | 'github' | 'gitlab';

/** What `gate` was asked for. */
export interface GateArguments {
  help: boolean;
  command: 'check' | 'policy' | 'report';
  /** References, paths with `--diff`, or the file of `report`. */
  operands: string[];
  url?: string;
  tokenFile?: string;
  allowHttp: boolean;
  environment?: string;
  require: GateRequirements;
  dryRunOk: boolean;
  /** Milliseconds. */
  waitMs: number;
  diff?: string;
  repository: string;
  allowUnasked: boolean;
  offline: string[];
  fallback: string[];
  dockerConfig?: string;
  record?: string;
  out?: string;
  output?: string;
  format: GateFormat;
}

const NONE: string[] = [];

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  url: { type: 'string' },
  'token-file': { type: 'string' },
  'allow-http': { type: 'boolean', default: false },
  environment: { type: 'string' },
  'require-policy': { type: 'string', multiple: true, default: NONE },
  'require-attestation': { type: 'string', multiple: true, default: NONE },
  'require-digest': { type: 'boolean', default: false },
  'max-age': { type: 'string' },
  'dry-run-ok': { type: 'boolean', default: false },
  wait: { type: 'string' },
  diff: { type: 'string' },
  repository: { type: 'string', default: '.' },
  'allow-unasked': { type: 'boolean', default: false },
  offline: { type: 'string', multiple: true, default: NONE },
  fallback: { type: 'string', multiple: true, default: NONE },
  'docker-config': { type: 'string' },
  record: { type: 'string' },
  out: { type: 'string' },
  output: { type: 'string' },
  json: { type: 'boolean', default: false },
  github: { type: 'boolean', default: false },
  gitlab: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];

/** @throws TypeError or GateUsageError saying which option is wrong. */
export function parseGateArguments(argv: readonly string[]): GateArguments {
  const { values, positionals } = read(argv);
  const [first, ...others] = positionals;
  const command = first === 'policy' || first === 'report' ? first : 'check';
  const parsed: GateArguments = {
    help: values.help,
    command,
    operands: command === 'check' ? positionals : others,
    url: values.url,
    tokenFile: values['token-file'],
    allowHttp: values['allow-http'],
    environment: values.environment,
    require: requirementsOf(values),
    dryRunOk: values['dry-run-ok'],
    waitMs: secondsOf('--wait', values.wait) * 1000,
    diff: values.diff,
    repository: values.repository,
    allowUnasked: values['allow-unasked'],
    offline: values.offline,
    fallback: values.fallback,
    dockerConfig: values['docker-config'],
    record: values.record,
    out: values.out,
    output: values.output,
    format: formatOf(values),
  };
  if (!parsed.help) {
    assertWhole(parsed);
  }
  return parsed;
}

function read(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: OPTIONS,
  });
}

function requirementsOf(values: Values): GateRequirements {
  const policies = values['require-policy'];
  const attestations = values['require-attestation'];
  return {
    ...(policies.length > 0 && { policies }),
    ...(attestations.length > 0 && { attestations }),
    ...(values['require-digest'] && { digest: true }),
    ...(values['max-age'] !== undefined && {
      maxAgeSeconds: secondsOf('--max-age', values['max-age']),
    }),
  };
}

const UNITS = { s: 1, m: 60, h: 3600 };

function secondsOf(option: string, text: string | undefined): number {
  if (text === undefined) {
    return 0;
  }
  const [, count, unit] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  if (unit !== 's' && unit !== 'm' && unit !== 'h') {
    throw new GateUsageError(`Write ${option} like 90s, 10m or 1h.`);
  }
  return Number(count) * UNITS[unit];
}

function formatOf({ json, github, gitlab }: Values): GateFormat {
  const asked = [
    ...(json ? ['json' as const] : []),
    ...(github ? ['github' as const] : []),
    ...(gitlab ? ['gitlab' as const] : []),
  ];
  if (asked.length > 1) {
    throw new GateUsageError('Name one of --json, --github and --gitlab.');
  }
  return asked[0] ?? 'plain';
}

function assertWhole(args: GateArguments): void {
  const { command, operands, diff, offline, fallback, out } = args;
  const wrong = [
    command === 'policy' &&
      (operands.length !== 1 || out === undefined) &&
      'Name one reference and --out, a file.',
    command === 'report' &&
      operands.length !== 1 &&
      'Name the one file that --record wrote.',
    command !== 'policy' &&
      out !== undefined &&
      '--out goes with gate policy; --output has the references that may go on.',
    command === 'check' &&
      diff === undefined &&
      operands.length === 0 &&
      'Name a reference, like oci://ghcr.io/acme/charts/payments:1.8.2, or --diff.',
    command !== 'check' && diff !== undefined && '--diff goes with gate alone.',
    offline.length > 0 &&
      fallback.length > 0 &&
      'Name --offline or --fallback, not both.',
    args.record !== undefined &&
      offline.length + fallback.length === 0 &&
      '--record keeps what is decided offline: name --offline or --fallback.',
  ].find(problem => problem !== false);
  if (wrong) {
    throw new GateUsageError(wrong);
  }
}
