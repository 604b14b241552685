import { AskedPolicy, ChartPlace, Signer } from '../facts';
import type { YamlValue } from '../yaml';
import { attestor } from './attestor';

/** In which form signatures are stored: as bundles (cosign 3, GitHub's attest action), or in tags and layers as cosign 2 does. */
export type SignatureFormat = 'bundle' | 'legacy';

/** One thing that must be signed by one of some people. */
export interface Question {
  attestors: YamlValue[];
  message: string;
  /** CEL */
  expression: string;
}

const SIGN = 'https://sigstore.dev/cosign/sign/v1';

/** For each policy its signature, and each attestation that it requires. */
export function questionsOf(
  { name: chart }: ChartPlace,
  asked: readonly AskedPolicy[],
  format: SignatureFormat,
): Question[] {
  const question = questionOver(typesOf(asked, format));
  return asked.flatMap(({ name, signers, attestations }, policy) => [
    question(
      `p${policy + 1}`,
      signers,
      format === 'bundle' ? [SIGN] : [],
      `${chart} is not signed by whom the policy ${name} names, or it could not be verified.`,
    ),
    ...attestations
      .filter(one => one.signers.length > 0)
      .map((one, at) =>
        question(
          `p${policy + 1}a${at + 1}`,
          one.signers,
          exactTypes(one.type),
          `${chart} has no attestation ${one.type} by whom the policy ${name} names.`,
        ),
      ),
  ]);
}

/** Every type that is asked for, once. */
function typesOf(
  asked: readonly AskedPolicy[],
  format: SignatureFormat,
): string[] {
  return [
    ...new Set([
      ...(format === 'bundle' ? [SIGN] : []),
      ...asked.flatMap(({ attestations }) =>
        attestations
          .filter(({ signers }) => signers.length > 0)
          .flatMap(({ type }) => exactTypes(type)),
      ),
    ]),
  ];
}

/** Names that CEL takes, with nothing of the type in them: two types must never share one. */
function nameOf(all: readonly string[], type: string): string {
  return type === SIGN ? 'signature' : `type${all.indexOf(type) + 1}`;
}

function questionOver(all: readonly string[]) {
  /** @param id - of the question; begins the names of its attestors */
  return (
    id: string,
    signers: readonly Signer[],
    types: string[],
    message: string,
  ): Question => {
    const names = signers.map((_, at) => `${id}s${at + 1}`);
    const list = `[${names.map(name => `attestors.${name}`).join(', ')}]`;
    const ways = types.map(
      type =>
        `verifyAttestationSignatures(image, attestations.${nameOf(
          all,
          type,
        )}, ${list}) > 0`,
    );
    // No type: a signature of cosign 2, which is no statement.
    const way = ways.join(' || ');
    return {
      message,
      attestors: signers.map((signer, at) => ({
        name: names[at],
        cosign: attestor(signer),
      })),
      expression: `images.chart.all(image, ${
        way === '' ? `verifyImageSignatures(image, ${list}) > 0` : way
      })`,
    };
  };
}

/** Every type that is asked for, by the name that expressions know it by; undefined when there is none. */
export function attestationsOf(
  asked: readonly AskedPolicy[],
  format: SignatureFormat,
): YamlValue | undefined {
  const all = typesOf(asked, format);
  return all.length === 0
    ? undefined
    : all.map(type => ({ name: nameOf(all, type), intoto: { type } }));
}

/** Kyverno compares types exactly; a policy that names no version takes each. */
function exactTypes(type: string): string[] {
  return type === 'https://slsa.dev/provenance'
    ? ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2']
    : [type];
}
