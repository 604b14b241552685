import type { RuleFacts } from '../rules';
import type { SignatureFormat } from './questions';

/** What Kyverno's policies cannot do. */
export function kyvernoCannot(
  { place, legacy, input, asked }: RuleFacts,
  format: SignatureFormat,
): string[] {
  const keys = asked.some(({ signers }) =>
    signers.some(({ kind }) => kind === 'key'),
  );
  return [
    'Kyverno does not look into the namespaces that its resourceFilters and webhook leave out, by default kube-system, kube-public, kube-node-lease and kyverno: keep sources out of them.',
    'A HelmRelease does not say where its HelmRepository points, so every chart of this name from a HelmRepository is refused, also one from elsewhere.',
    'An ApplicationSet whose place is templated is not judged; the Applications that come of it are.',
    ...(format === 'legacy'
      ? [
          'Where the chart has bundles too, Kyverno looks at those alone, and takes any statement by the signer for a signature, an SBOM as well.',
        ]
      : []),
    ...(keys
      ? [
          'Flux verifies by the Secret that is named: whoever may write it decides which key counts. The policy on the signature has the key itself.',
        ]
      : []),
    ...(input.legacy !== null && legacy === null
      ? [
          'The former repository is not refused to Argo CD: its address cannot be written down safely.',
        ]
      : []),
    ...(asked.length > 1
      ? [
          `Flux verifies one signature: of the chart's policies it is told of ${asked[0].name}. The policy on the signature asks for all of them.`,
        ]
      : []),
    `${place.name} from a folder in Git, a Bucket, or by a plugin of Argo CD is not recognised.`,
  ];
}

export function kyvernoNotes(
  { asked, place }: RuleFacts,
  folder: string,
): string[] {
  const otherRoot = asked.some(({ signers }) =>
    signers.some(
      signer => signer.kind === 'keyless' && signer.root.type !== 'publicGood',
    ),
  );
  return [
    'Kyverno 1.18 or newer. Apply with audit, read the reports (`kubectl get policyreports -A`), mend what they name, then set deny.',
    `Try it before: \`kyverno test ${folder}\` needs no cluster. \`kyverno apply ${folder}/signature.yaml --resource <manifest> --registry --crd-paths <file>\` asks the registry; the file holds the definitions of OCIRepository and Application, both in one, as of several files the last alone counts.`,
    'signature.yaml needs credentials where the registry is private: see credentials in the documentation of ImageValidatingPolicy.',
    ...(otherRoot
      ? [
          'A trusted root inside the policy needs Kyverno 1.19. Kyverno reads the public Sigstore repository before it, and fails where it cannot reach that: set tuf.mirror and tuf.root there.',
        ]
      : []),
    `To make an exception for ${place.name}, write a PolicyException with a reason, not a wider policy.`,
    'Nothing here asks this plugin: admission goes on when Backstage is down.',
  ];
}
