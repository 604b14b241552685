import { readFile } from 'node:fs/promises';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigProblemsError } from './ConfigProblemsError';
import { LoadedTrust, loadTrust, ReadText } from './loadTrust';
import { parseConfig } from './parseConfig';
import { Problems } from './problems';
import { TrustMaterialSet } from '../verification';
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
  for (const { id, kind, ok, detail } of TrustMaterialSet.from(trust).states(
    now,
  )) {
    if (!ok) problems.add(`trust.${kind}s[${id}]`, detail);
  }
  if (problems.lines.length > 0) {
    throw new ConfigProblemsError(problems.lines);
  }
  return { config, trust };
}
