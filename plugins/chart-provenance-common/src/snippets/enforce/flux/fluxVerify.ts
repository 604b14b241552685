import type { SnippetFile, SnippetOption } from '../../../api/snippetTypes';
import {
  FluxTrust,
  fluxTrusts,
  notCheckedByFlux,
} from '../../consume/flux/fluxTrust';
import { LAYER_SELECTOR } from '../../consume/flux/ociRepositoryLines';
import { trustFiles } from '../../consume/flux/trustFiles';
import { verifyLines } from '../../consume/flux/verifyLines';
import { indented, lines, objectName } from '../../consume/facts';
import { SnippetError } from '../../SnippetError';
import type { SnippetGenerator, SnippetInput } from '../../types';
import { chartPlace } from '../facts';

const FOLDER = 'policies/chart-provenance-flux';

/** What Flux itself checks, put onto sources that others wrote, by a patch of whoever runs the cluster. */
export const fluxVerify: SnippetGenerator = {
  id: 'flux-verify',
  group: 'enforce',
  title: 'Flux verification, as a patch over sources',
  options: input => [signerOption(input)],
  unavailable(input) {
    if (input.policies.length === 0) {
      return 'Nobody has said who may sign this chart: without a policy there is nothing to verify by.';
    }
    return fluxTrusts(input).length === 0
      ? 'The policies name no signer that Flux can verify by.'
      : null;
  },
  generate(input, { signer }) {
    const trusts = fluxTrusts(input);
    const trust = trusts[Number(signer.replace('signer-', '')) - 1];
    if (!trust) {
      throw new SnippetError(
        'not-available',
        'The policies name no signer that Flux can verify by.',
      );
    }
    return textOf(input, trust);
  },
};

function signerOption(input: SnippetInput): SnippetOption {
  const values = fluxTrusts(input).map((trust, at) => ({
    value: `signer-${at + 1}`,
    title:
      trust.kind === 'keys'
        ? `Public keys of policy ${trust.policy}`
        : `Identities of ${trust.identity.issuerText} (policy ${trust.identity.policy})`,
  }));
  return {
    name: 'signer',
    title: 'Who may have signed',
    values,
    value: values[0]?.value ?? '',
  };
}

/** What else Flux would verify by. */
function othersOf(trust: FluxTrust): string[] {
  if (trust.kind === 'keys') {
    return ['matchOIDCIdentity', 'trustedRootSecretRef'];
  }
  return [
    'secretRef',
    ...(trust.root.type === 'publicGood' ? ['trustedRootSecretRef'] : []),
  ];
}

/** A source that verifies by somebody else's key, to see what the patch makes of it. */
function weakSource(
  folder: string,
  source: string,
  url: string,
): SnippetFile[] {
  const file = (name: string, ...text: string[]): SnippetFile => ({
    path: `${folder}/tests/${name}`,
    language: 'yaml',
    text: lines(...text),
  });
  return [
    file(
      'kustomization.yaml',
      '# `kubectl kustomize .` must print a source that verifies by the policy, and by nothing else.',
      'resources: [weak.yaml]',
      'components: [../verify]',
    ),
    file(
      'weak.yaml',
      '# As it must not be: the key is its author’s own.',
      'apiVersion: source.toolkit.fluxcd.io/v1',
      'kind: OCIRepository',
      'metadata:',
      `  name: ${source}`,
      'spec:',
      '  interval: 10m',
      `  url: ${url}`,
      '  verify:',
      '    provider: cosign',
      '    secretRef:',
      '      name: my-own-key',
      '    trustedRootSecretRef:',
      '      name: my-own-root',
      '    matchOIDCIdentity:',
      '      - issuer: .*',
      '        subject: .*',
    ),
  ];
}

function textOf(input: SnippetInput, trust: FluxTrust) {
  const { name, url, slug } = chartPlace(input);
  const source = objectName(name);
  const folder = `${FOLDER}/${slug}`;
  return {
    files: [
      {
        path: `${folder}/verify/kustomization.yaml`,
        language: 'yaml' as const,
        text: lines(
          `# Puts verification onto the OCIRepository ${source}, whatever its authors wrote.`,
          '# In a Flux Kustomization the same stands below spec.patches.',
          'apiVersion: kustomize.config.k8s.io/v1alpha1',
          'kind: Component',
          'patches:',
          '  - target:',
          '      group: source.toolkit.fluxcd.io',
          '      kind: OCIRepository',
          `      name: ^${source}$`,
          '    path: verify.yaml',
        ),
      },
      {
        path: `${folder}/verify/verify.yaml`,
        language: 'yaml' as const,
        text: lines(
          `# For sources of ${url}.`,
          'apiVersion: source.toolkit.fluxcd.io/v1',
          'kind: OCIRepository',
          'metadata:',
          `  name: ${source}`,
          'spec:',
          indented(2, LAYER_SELECTOR),
          indented(2, verifyLines(trust, name)),
          // A patch adds to what is there.
          indented(4, [
            '# Taken away, where authors put them: they would count first.',
            ...othersOf(trust).map(member => `${member}: null`),
          ]),
        ),
      },
      ...weakSource(folder, source, url),
      ...trustFiles(trust, name, 'flux-system').map(file => ({
        ...file,
        path: `${folder}/${file.path}`,
      })),
    ],
    guarantees: `Flux fetches no new revision of a source of ${name} that is patched this way unless somebody signed it who may.`,
    cannot: [
      ...notCheckedByFlux(trust, input),
      'A patch goes by the name of the source, not by its url: a source of another name is not verified. The Kyverno policies go by the url.',
      'Flux verifies a revision when it fetches it, and again only when the revision or the spec changes: what is distrusted afterwards goes on running.',
      'Any signed bundle of that signer over the digest will do for Flux, an SBOM as well as a signature; and where there is a bundle, signatures in tags are not looked at.',
      'A failure keeps the last good artifact: a release that runs is left alone.',
      'A source without ref.digest is verified at whatever its tag points at when it is fetched.',
      'Whoever may write the Secret with the keys, or the source itself, decides what is verified: keep both to those who run the cluster.',
    ],
    notes: [
      'The whole source, with its pin and a HelmRelease, is in the text “Flux OCIRepository and HelmRelease”.',
      'There is one identity: with several Flux refuses Sigstore bundles, and with none it takes any identity of the public Sigstore.',
      `See what Flux found: \`kubectl get ocirepositories -A -o wide\`, condition SourceVerified.`,
      'Nothing here asks this plugin: Flux goes on when Backstage is down.',
    ],
    links: [
      {
        title: 'Flux: OCIRepository verification',
        href: 'https://fluxcd.io/flux/components/source/ocirepositories/#verification',
      },
    ],
  };
}
