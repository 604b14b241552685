import { celText, escapeExpression } from '../../words';
import { AskedPolicy, celList, KeylessSigner } from '../facts';
import { keySecretName, rootSecretName } from './secretNames';

const VERIFY = 'object.spec.verify';

/** CEL: Flux is told to verify the source by one of these signers, and by nothing wider. */
export function verifyExpression(
  { signers }: AskedPolicy,
  chart: string,
): string {
  const ways = signers.map(signer =>
    signer.kind === 'key' ? byKey(chart) : keyless(signer, chart),
  );
  return `has(${VERIFY}) && ${VERIFY}.provider == 'cosign' && (\n  ${[
    ...new Set(ways),
  ]
    .map(way => `(${way})`)
    .join('\n  || ')}\n)`;
}

/** Where there is a key, Flux heeds no identity, and where there is a root of one's own, no other. */
function keyless({ identity, root }: KeylessSigner, chart: string): string {
  const only = `${VERIFY}.matchOIDCIdentity`;
  const subjects = [
    identity.subject,
    // One of several is narrower, and as good.
    ...identity.subjects.map(({ exact, pattern }) =>
      exact === undefined ? pattern ?? '' : `^${escapeExpression(exact)}$`,
    ),
  ];
  return [
    `!has(${VERIFY}.secretRef)`,
    root.type === 'publicGood'
      ? `!has(${VERIFY}.trustedRootSecretRef)`
      : `has(${VERIFY}.trustedRootSecretRef) && ${VERIFY}.trustedRootSecretRef.name == ${celText(
          rootSecretName(chart),
        )}`,
    `has(${only}) && size(${only}) == 1`,
    `${only}[0].issuer == ${celText(identity.issuer)}`,
    `${only}[0].subject in ${celList([...new Set(subjects)])}`,
  ].join('\n    && ');
}

function byKey(chart: string): string {
  return [
    `has(${VERIFY}.secretRef) && ${VERIFY}.secretRef.name == ${celText(
      keySecretName(chart),
    )}`,
    `!has(${VERIFY}.matchOIDCIdentity) && !has(${VERIFY}.trustedRootSecretRef)`,
  ].join('\n    && ');
}
