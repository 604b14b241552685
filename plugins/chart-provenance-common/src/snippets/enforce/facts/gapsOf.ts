import type { SnippetInput } from '../../types';
import { AskedPolicy, leftOut } from './signersOf';

/** What a tool asks for beyond one signer. */
export interface GapOptions {
  /** What is written about, e.g. `Flux`. */
  tool: string;
  /** All policies of the chart are asked for, not the first alone. */
  everyPolicy: boolean;
  /** Attestations that the policies require are asked for, by type and signer. */
  attestations: boolean;
}

/** One sentence for everything in the chart's policies that the generated text does not ask for. Nothing is left out without one. */
export function gapsOf(
  asked: readonly AskedPolicy[],
  input: Pick<SnippetInput, 'chart' | 'roots'>,
  options: GapOptions,
): string[] {
  const { tool, everyPolicy } = options;
  const own = everyPolicy ? asked : asked.slice(0, 1);
  const others = everyPolicy ? [] : asked.slice(1);
  return [
    ...others.map(
      ({ name }) =>
        `Weaker than the chart's policies: ${tool} checks one signature, and the policy ${name}, which must be met too, is not checked.`,
    ),
    ...own.flatMap(one => policyGaps(one, input, options)),
    ...sourceGap(own, input, tool),
  ];
}

function policyGaps(
  one: AskedPolicy,
  input: Pick<SnippetInput, 'roots'>,
  { tool, attestations }: GapOptions,
): string[] {
  const gaps: string[] = [];
  const { name, policy, signers } = one;
  const out = leftOut(one, input);
  if (out.length > 0) {
    gaps.push(
      `Stricter than the policy ${name}, which also accepts ${out.join(
        ' and ',
      )}: a chart signed by nobody else is refused.`,
    );
  }
  for (const signer of signers) {
    if (signer.kind === 'keyless' && signer.identity.alsoAsked.length > 0) {
      gaps.push(
        `Weaker than the policy ${name}: ${tool} compares issuer and subject, and not the ${signer.identity.alsoAsked.join(
          ', ',
        )} in the certificate.`,
      );
    }
    if (
      signer.kind === 'keyless' &&
      Object.values(signer.root.thresholds).some(count => count > 1)
    ) {
      gaps.push(
        `Weaker than the root ${signer.root.id}, which asks for more than one proof of a kind.`,
      );
    }
  }
  const required = policy.requireAttestations;
  const notAsked = one.attestations
    .filter(each => !attestations || each.signers.length === 0)
    .map(({ type }) => type);
  if (notAsked.length > 0) {
    gaps.push(
      `Weaker than the policy ${name}: the attestations it requires (${notAsked.join(
        ', ',
      )}) are not asked for.`,
    );
  }
  if (attestations && required.some(({ builders }) => builders)) {
    gaps.push(
      `Weaker than the policy ${name}: which builder made the provenance is not compared.`,
    );
  }
  return [...new Set(gaps)];
}

/** A shared workflow has one identity for everybody who calls it. */
function sourceGap(
  asked: readonly AskedPolicy[],
  { chart: { expectedSource } }: Pick<SnippetInput, 'chart'>,
  tool: string,
): string[] {
  if (expectedSource === null) {
    return [];
  }
  const named = asked.every(({ signers }) =>
    signers.every(
      signer =>
        signer.kind === 'keyless' &&
        signer.identity.subjects.every(({ exact }) =>
          exact?.toLowerCase().startsWith(`https://${expectedSource}/`),
        ),
    ),
  );
  return named
    ? []
    : [
        `Weaker than the chart's verdict: the source repository in the certificate (expected ${expectedSource}) is not compared by ${tool}.`,
      ];
}

/** What holds for whatever an admission controller asks. */
export const ADMISSION_CANNOT: readonly string[] = [
  'It judges what is sent to the API server: nothing that runs already is stopped, and a release that is not changed is not asked again.',
  '`helm install` and `helm upgrade` by people and pipelines create no Application, HelmRelease or OCIRepository, so nothing here sees them. Put the gate in front of them.',
  'It does not know the distrust list, rollbacks, or whether name and version are what the tag says. The gate does.',
  'The chart under another host (a mirror, a cache, another name or an address of the same registry), copied into Git, or as a dependency of another chart is not recognised.',
];
