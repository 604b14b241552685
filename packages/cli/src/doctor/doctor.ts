import { Config } from '@backstage/config';
import {
  DoctorUsageError,
  runDoctor,
} from 'backstage-plugin-chart-provenance-backend/doctor';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { Output } from '../Output';
import { plainLine } from '../plainLine';
import { formatReport } from './formatReport';
import { DoctorArguments, parseArguments } from './parseArguments';
import { readConfig } from './readConfig';

const HELP = `Usage: chart-provenance doctor [options]

Tests what an app-config configures for Chart Provenance, from where it is run:
every registry (address, TLS, credentials, one repository, referrers, limits,
clock), every legacy repository, every trust root and key, and the policies.
It contacts nothing that is not configured, and writes nothing. It needs no
running backend.

Options:
  --config <file>        app-config to read, as often as needed
                         (default: app-config.yaml, app-config.local.yaml)
  --registry <host>      only this registry
  --repository <path>    try this repository on it: acme/charts/payments
  --json                 print the report as JSON
  -h, --help             print this

Exit code: 0 nothing failed, 1 something failed, 2 the command or the
configuration has problems.
`;

/** `chart-provenance doctor`. */
export async function doctor(
  argv: readonly string[],
  { out, err, columns }: Output,
): Promise<number> {
  const refuse = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    err(`chart-provenance doctor: ${plainLine(message)}\n`);
    return 2;
  };
  let options: DoctorArguments;
  try {
    options = parseArguments(argv);
  } catch (error) {
    return refuse(error);
  }
  if (options.help) {
    out(HELP);
    return 0;
  }
  let config: Config;
  try {
    config = await readConfig(options.config);
  } catch (error) {
    return refuse(error);
  }
  let report: DoctorReport;
  try {
    report = await runDoctor(config, options);
  } catch (error) {
    if (error instanceof DoctorUsageError) {
      return refuse(error);
    }
    throw error;
  }
  out(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : formatReport(report, columns),
  );
  return exitCodeOf(report);
}

function exitCodeOf({ sections, counts }: DoctorReport): number {
  const config = sections.find(({ kind }) => kind === 'config');
  if (config?.checks.some(({ result }) => result === 'failed')) {
    return 2;
  }
  return counts.failed > 0 ? 1 : 0;
}
