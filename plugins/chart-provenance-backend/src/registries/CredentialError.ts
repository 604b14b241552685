import { OrasError, OrasErrorCode } from 'chart-provenance-oras';

/**
 * Why there is no credential, closed.
 *
 * - `missing`: nobody has given us one: a file, entry, role or integration is not there.
 * - `refused`: its issuer was asked and said no.
 * - `unreachable`: its issuer did not answer; another try may do.
 * - `misbehaved`: what its issuer answered is no credential.
 */
export type CredentialFailure =
  | 'missing'
  | 'refused'
  | 'unreachable'
  | 'misbehaved';

const CODES: Record<CredentialFailure, OrasErrorCode> = {
  missing: 'denied',
  refused: 'denied',
  unreachable: 'unavailable',
  misbehaved: 'denied',
};

/**
 * A credential could not be had. It is an `OrasError`, so a walk treats it as what it is: a registry that cannot be read,
 * shown as `registry-denied` (`unreachable`: as `registry-unreachable`).
 *
 * The message goes to the page: two sentences in our own words, what is missing and who grants it. It never holds a secret,
 * nor the output of whatever was asked for one.
 */
export class CredentialError extends OrasError {
  readonly failure: CredentialFailure;
  /** The second sentence of the message. */
  readonly grant: string;

  constructor(options: {
    failure: CredentialFailure;
    /** `host[:port]` of the registry. */
    host: string;
    /** What is missing, without full stop: `the file /etc/x/config.json does not exist`. */
    missing: string;
    /** Who grants it and how, a full sentence: `Whoever deploys the backend mounts it.` */
    grant: string;
    /** Must hold no secret: it is logged. */
    cause?: unknown;
  }) {
    const { failure, host, missing, grant, cause } = options;
    super(CODES[failure], `${host}: ${missing}. ${grant}`, { host, cause });
    this.failure = failure;
    this.grant = grant;
  }
}
