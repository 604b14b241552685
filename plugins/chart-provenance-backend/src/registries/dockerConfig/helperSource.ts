import { CredentialError, CredentialFailure } from '../CredentialError';
import { CredentialSource, IssuedCredential } from '../CredentialSource';
import { answerCredential } from './entryCredential';
import { sameRegistry, serverUrlOf } from './registryNames';
import { HelperRun, runHelper } from './runHelper';
import { helperAnswerSchema } from './schema';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TIMEOUT_MS = 20_000;
/** The library that all helpers are built with says this, and exits with 1. */
const NOT_FOUND = 'credentials not found in native keychain';

/** Passed on to helpers, to find their programs and stores. The backend's environment holds secrets that are not theirs. */
const ENVIRONMENT = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'TMPDIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  'GNUPGHOME',
  'PASSWORD_STORE_DIR',
];

/** What a helper is run with. */
export interface HelperOptions {
  /** `name` of `docker-credential-<name>`, as it stands in the file. */
  name: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Names of variables that are passed on besides the usual ones. */
  environment: readonly string[];
}

/** Asks `docker-credential-<name>` for the credentials of a registry. */
export function helperSource(options: HelperOptions): CredentialSource {
  return {
    async credentials({ host, signal }) {
      const { name } = options;
      if (!NAME.test(name)) {
        throw failed(host, 'misbehaved', 'names a helper that is no name', '');
      }
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const run = await runHelper(
        `docker-credential-${name}`,
        serverUrlOf(host),
        {
          env: environmentOf(options),
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        },
      );
      return read(run, host, name);
    },
  };
}

function environmentOf({ env, environment }: HelperOptions) {
  return Object.fromEntries(
    [...ENVIRONMENT, ...environment].flatMap(name => {
      const value = env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function read(run: HelperRun, host: string, name: string): IssuedCredential {
  const helper = `docker-credential-${name}`;
  switch (run.type) {
    case 'exited':
      return readExited(run, host, helper);
    case 'not-installed':
      throw failed(host, 'missing', 'is not installed in the backend', helper);
    case 'not-started':
      throw failed(host, 'missing', 'could not be started', helper);
    case 'too-much':
      throw failed(host, 'misbehaved', 'answered without end', helper);
    default:
      throw failed(host, 'unreachable', 'did not answer in time', helper);
  }
}

function readExited(
  { code, stdout }: Extract<HelperRun, { type: 'exited' }>,
  host: string,
  helper: string,
): IssuedCredential {
  if (code !== 0) {
    if (stdout.trim() === NOT_FOUND) {
      return { credential: { type: 'none' } };
    }
    throw failed(host, 'refused', `failed with exit code ${code}`, helper);
  }
  const answer = helperAnswerSchema.safeParse(json(stdout));
  if (!answer.success) {
    throw failed(host, 'misbehaved', 'answered something else', helper);
  }
  // A helper that confuses registries would have us show one's password to another.
  const { ServerURL: serverUrl } = answer.data;
  if (serverUrl && !sameRegistry(serverUrl, host)) {
    throw failed(host, 'misbehaved', 'answered for another registry', helper);
  }
  return { credential: answerCredential(answer.data) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the helper printed is not told: it may be a secret. */
function failed(
  host: string,
  failure: CredentialFailure,
  what: string,
  helper: string,
): CredentialError {
  return new CredentialError({
    failure,
    host,
    missing: helper
      ? `the credential helper ${helper} ${what}`
      : `the Docker configuration ${what}`,
    grant:
      'Whoever runs the backend installs the helper there and signs in with it.',
  });
}
