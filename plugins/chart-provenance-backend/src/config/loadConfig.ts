import { readFile } from 'node:fs/promises';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigProblemsError } from './ConfigProblemsError';
import { LoadedTrust, loadTrust } from './loadTrust';
import { ReadText } from './LoadTrustOptions';
import { parseConfig } from './parseConfig';
import { Problems } from './problems';
import { ChartProvenanceConfig } from './types';

/** The configuration with the files it names. */
export interface LoadedConfig {
  config: ChartProvenanceConfig;
  trust: LoadedTrust;
}

/** What {@link loadConfig} takes from outside, with the real things as defaults. */
export interface LoadConfigOptions {
  /** Auth kinds added by modules. */
  credentialTypes?: readonly string[];
  /** Relative paths are read from the working directory of the backend. */
  readText?: ReadText;
  /** Default: `NODE_ENV` is `production`. */
  production?: boolean;
  now?: Date;
}

/**
 * Reads `chartProvenance` and the trust files it names, at start-up.
 *
 * @throws ConfigProblemsError with every problem at once.
 */
export async function loadConfig(
  rootConfig: RootConfigService,
  options: LoadConfigOptions = {},
): Promise<LoadedConfig> {
  const { problems, ...loaded } = await inspectConfig(rootConfig, options);
  if (problems.length > 0) {
    throw new ConfigProblemsError(problems);
  }
  return loaded;
}

/** The same for whoever wants to go on with what could be read: parts with problems are left out of it. */
export async function inspectConfig(
  rootConfig: Pick<RootConfigService, 'getOptional'>,
  options: LoadConfigOptions = {},
): Promise<LoadedConfig & { problems: readonly string[] }> {
  const problems = new Problems();
  const now = options.now ?? new Date();
  const config = parseConfig(
    rootConfig.getOptional('chartProvenance'),
    problems,
    { credentialTypes: options.credentialTypes ?? [] },
  );
  const trust = await loadTrust(config.trust, {
    problems,
    readText: options.readText ?? (path => readFile(path, 'utf8')),
    production: options.production ?? process.env.NODE_ENV === 'production',
    now,
  });
  for (const { id, kind, ok, detail } of trust.materials.states(now)) {
    // A keyring that cannot be used was reported when it was read; one that has expired must not keep the backend from starting, nor
    // must a root that nobody has fetched yet: until then nothing is proven under it.
    const awaited = kind === 'root' && trust.firstRoots[id] !== undefined;
    if (!ok && kind !== 'keyring' && !awaited)
      problems.add(`trust.${kind}s[${id}]`, detail);
  }
  return { config, trust, problems: problems.lines };
}
