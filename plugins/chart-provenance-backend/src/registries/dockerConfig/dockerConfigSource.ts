import { DockerConfigAuth } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialError } from '../CredentialError';
import { CredentialSource } from '../CredentialSource';
import { RefreshingCredential } from '../RefreshingCredential';
import { ConfigFile, ConfigFileError, ConfigFileFailure } from './ConfigFile';
import { entryCredential } from './entryCredential';
import { findEntry } from './findEntry';
import { helperSource } from './helperSource';
import { DockerConfig } from './schema';

const PROBLEMS: Record<ConfigFileFailure, string> = {
  absent: 'the Docker configuration is not there',
  unreadable: 'the backend may not read the Docker configuration',
  'too-large': 'the Docker configuration is larger than 1 MiB',
  malformed: 'the Docker configuration is not one: it is no JSON of that form',
};

/**
 * Credentials from a Docker `config.json`. The file is looked at each time, what helpers answer is kept for a while. A registry it
 * does not know is read without credentials.
 */
export function dockerConfigSource(
  registry: { host: string; auth: DockerConfigAuth },
  deps: Pick<CredentialDeps, 'env' | 'now'>,
): CredentialSource {
  const { path, environment } = registry.auth;
  const file = new ConfigFile(path, deps.env);
  const helpers = new Map<string, CredentialSource>();
  const helperOf = (name: string) => {
    const helper =
      helpers.get(name) ??
      new RefreshingCredential(
        helperSource({ name, environment, env: deps.env }),
        { now: deps.now },
      );
    helpers.set(name, helper);
    return helper;
  };
  return {
    async credentials(request) {
      const { host, repository } = request;
      const config = await readConfig(file, host);
      const found = findEntry(config, host, repository);
      switch (found.type) {
        case 'helper':
          return helperOf(found.name).credentials(request);
        case 'entry': {
          const credential = entryCredential(found.entry);
          if (!credential) {
            throw malformedEntry(host);
          }
          return { credential };
        }
        default:
          return { credential: { type: 'none' } };
      }
    },
  };
}

async function readConfig(
  file: ConfigFile,
  host: string,
): Promise<DockerConfig> {
  try {
    return await file.read();
  } catch (error) {
    if (!(error instanceof ConfigFileError)) {
      throw error;
    }
    throw new CredentialError({
      failure: error.code === 'absent' ? 'missing' : 'misbehaved',
      host,
      missing: PROBLEMS[error.code],
      grant:
        'Whoever runs the backend mounts it where auth.path says, readable for the backend.',
      cause: error,
    });
  }
}

function malformedEntry(host: string): CredentialError {
  return new CredentialError({
    failure: 'misbehaved',
    host,
    missing:
      'the entry for this registry in the Docker configuration cannot be read: its auth is no base64 of user:password',
    grant: 'Whoever maintains that file signs in again.',
  });
}
