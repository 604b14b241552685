import { finding } from '../finding';
import {
  at,
  isRecord,
  listAt,
  oneLine,
  ReadingError,
  recordAt,
  requiredTextAt,
  textAt,
} from '../json';
import { Finding, GateReading } from '../types';

const MAX_IDENTITIES = 100;
const MAX_CONDITIONS = 100;
const MAX_NAME = 253;
/** Characters. Every consumer that names the source keeps them. */
const MAX_VERIFY = 8_192;

/**
 * What Flux's `spec.verify` checks, and the condition that says how that went.
 *
 * @throws ReadingError, also for more identities than are read: one left out could be the one that lets everybody in
 * @see https://fluxcd.io/flux/components/source/ocirepositories/#verification
 */
export function readVerify(
  owner: unknown,
  status: unknown,
): { gate: GateReading; findings: Finding[] } {
  const verify = recordAt(owner, 'verify');
  if (!verify) {
    const why = 'Its manifest has no verify, so Flux checks no signature.';
    return { gate: { kind: 'none', why }, findings: [] };
  }
  const identities = listAt(verify, MAX_IDENTITIES, 'matchOIDCIdentity').map(
    identity => ({
      issuer: requiredTextAt(identity, 'issuer'),
      subject: requiredTextAt(identity, 'subject'),
    }),
  );
  const long = identities.reduce(
    (sum, { issuer, subject }) => sum + issuer.length + subject.length,
    0,
  );
  if (long > MAX_VERIFY) {
    throw new ReadingError('verify.matchOIDCIdentity is too long to be read.');
  }
  const secret = textAt(verify, 'secretRef', 'name');
  const secretRef = secret === undefined ? null : oneLine(secret, MAX_NAME);
  const trustedRoot = textAt(verify, 'trustedRootSecretRef', 'name');
  const provider = providerOf(textAt(verify, 'provider'));
  return {
    gate: {
      kind: 'flux-verify',
      provider,
      identities,
      secretRef,
      verified: verifiedOf(status),
      ...(trustedRoot === undefined ? {} : { trustedRoot }),
    },
    findings:
      provider === 'cosign' && secretRef === null
        ? keylessFindings(identities)
        : [],
  };
}

function providerOf(text = 'cosign'): 'cosign' | 'notation' | 'other' {
  return text === 'cosign' || text === 'notation' ? text : 'other';
}

function keylessFindings(
  identities: readonly { issuer: string; subject: string }[],
): Finding[] {
  if (identities.length === 0) {
    return [finding('flux-verify-anyone')];
  }
  const anchored = identities
    .flatMap(({ issuer, subject }) => [issuer, subject])
    .every(text => text.startsWith('^') && text.endsWith('$'));
  return [
    ...(identities.length > 1
      ? [finding('flux-verify-several-identities')]
      : []),
    ...(anchored ? [] : [finding('flux-verify-unanchored')]),
  ];
}

function verifiedOf(status: unknown) {
  const conditions = at(status, 'conditions');
  const condition = Array.isArray(conditions)
    ? conditions
        .slice(0, MAX_CONDITIONS)
        .find(each => isRecord(each) && each.type === 'SourceVerified')
    : undefined;
  if (!condition) {
    return null;
  }
  const message = at(condition, 'message');
  return {
    ok: at(condition, 'status') === 'True',
    message: oneLine(
      typeof message === 'string' ? message.slice(0, 10_000) : '',
      300,
    ),
  };
}
