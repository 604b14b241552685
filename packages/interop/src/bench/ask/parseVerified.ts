import type { AttestationAnswer, SignatureAnswer } from './ToolAnswers.ts';

interface SimpleSigning {
  critical: { image: { 'docker-manifest-digest': string } };
  optional?: { Issuer?: string; Subject?: string } | null;
}

interface Statement {
  predicateType: string;
  subject: { digest: { sha256: string } }[];
}

/**
 * Reads what `cosign verify` prints when it accepts.
 *
 * @throws when it lists no signature: then it has verified nothing.
 */
export function parseVerified(
  stdout: string,
): Pick<SignatureAnswer, 'digests' | 'signers'> {
  const entries: SimpleSigning[] = JSON.parse(stdout);
  if (entries.length === 0) {
    throw new Error('cosign verify accepts, and lists no signature');
  }
  return {
    digests: entries.map(
      ({ critical }) => critical.image['docker-manifest-digest'],
    ),
    signers: entries.flatMap(({ optional }) =>
      optional?.Issuer && optional.Subject
        ? [{ issuer: optional.Issuer, subject: optional.Subject }]
        : [],
    ),
  };
}

/**
 * Reads what `cosign verify-attestation` prints when it accepts: an envelope a line.
 *
 * @throws when there is none.
 */
export function parseEnvelopes(
  stdout: string,
): AttestationAnswer['statements'] {
  const lines = stdout.split('\n').filter(line => line.startsWith('{'));
  if (lines.length === 0) {
    throw new Error(
      'cosign verify-attestation accepts, and prints no envelope',
    );
  }
  return lines.map(line => {
    const { payload }: { payload: string } = JSON.parse(line);
    const text = Buffer.from(payload, 'base64').toString();
    const { predicateType, subject }: Statement = JSON.parse(text);
    const subjects = subject.map(({ digest }) => `sha256:${digest.sha256}`);
    return { predicateType, subjects };
  });
}
