import { Config } from '@backstage/config';
import {
  DoctorReport,
  matchRepository,
} from 'backstage-plugin-chart-provenance-common';
import { inspectConfig } from '../config';
import { realCredentialDeps } from '../registries';
import { changedAt } from './changedAt';
import { diagnose } from './diagnose';
import { DoctorUsageError } from './DoctorUsageError';
import { moduleTypes } from './moduleTypes';

/**
 * What to look at.
 *
 * @public
 */
export interface RunDoctorOptions {
  /** Only this registry, `host[:port]` as configured. Everything else is left alone. */
  registry?: string;
  /** Try this repository on it; a rule must allow it. Needs `registry` where several are configured. */
  repository?: string;
  signal?: AbortSignal;
}

/**
 * Tests what an app-config configures, from where it is called: no backend is needed, and what only a backend has (auth kinds of
 * modules, the index) is reported as `unknown`. Relative paths of trust files are read from the working directory.
 *
 * @param rootConfig - the whole app-config, for `chartProvenance`, `integrations` and `aws`
 * @throws DoctorUsageError for a registry that is not configured, or a repository that no rule allows
 * @public
 */
export async function runDoctor(
  rootConfig: Config,
  options: RunDoctorOptions = {},
): Promise<DoctorReport> {
  const credentialTypes = moduleTypes(
    rootConfig.getOptional('chartProvenance'),
  );
  const loaded = await inspectConfig(rootConfig, { credentialTypes });
  const host = registryOf(loaded.config.registries, options);
  if (
    host !== undefined &&
    options.repository !== undefined &&
    !matchRepository(loaded.config.rules, host, options.repository)
  ) {
    throw new DoctorUsageError(
      `No rule allows ${host}/${options.repository} to be read, so it is not contacted.`,
    );
  }
  return diagnose({
    ...loaded,
    deps: realCredentialDeps({ providers: new Map(), rootConfig }),
    ranIn: 'terminal',
    changedAt,
    only:
      host === undefined ? undefined : { host, repository: options.repository },
    signal: options.signal,
  });
}

function registryOf(
  registries: readonly { host: string }[],
  { registry, repository }: RunDoctorOptions,
): string | undefined {
  const hosts = registries.map(({ host }) => host);
  const known =
    hosts.length > 0 ? `there are ${hosts.join(', ')}` : 'there is none';
  if (registry !== undefined && !hosts.includes(registry)) {
    throw new DoctorUsageError(
      `The registry ${registry} is not configured (or its entry has problems); ${known}.`,
    );
  }
  if (registry === undefined && repository !== undefined) {
    if (hosts.length !== 1) {
      throw new DoctorUsageError(
        `Say with --registry which registry the repository is on; ${known}.`,
      );
    }
    return hosts[0];
  }
  return registry;
}
