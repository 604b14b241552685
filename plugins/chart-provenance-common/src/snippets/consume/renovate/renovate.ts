import type { SnippetGenerator } from '../../types';
import { placeOf } from '../facts';
import { customManagers } from './customManagers';
import { VERSIONING } from './versioning';

/** A Renovate configuration that moves pins: tag and digest together. */
export const renovate: SnippetGenerator = {
  id: 'renovate',
  group: 'consume',
  title: 'Renovate (keeps pins current)',
  options: () => [],
  unavailable: () => null,
  generate(input) {
    const { registry, repository } = placeOf(input);
    const chart = `${registry}/${repository}`;
    const preset = {
      $schema: 'https://docs.renovatebot.com/renovate-schema.json',
      description: [
        'Keeps charts current that are pinned by digest: the version in the comment and the digest change together, in a pull request.',
      ],
      // Renovate reads manifests of these two only where it is told to.
      argocd: { managerFilePatterns: ['/\\.ya?ml$/'] },
      flux: { managerFilePatterns: ['/\\.ya?ml$/'] },
      customManagers: customManagers(),
      packageRules: [
        {
          description: [
            'Tags of this chart are versions, with _ where the version has +.',
          ],
          matchDatasources: ['docker'],
          matchPackageNames: [chart],
          versioning: VERSIONING,
        },
        {
          description: ['A tag in an OCIRepository gets its digest.'],
          matchManagers: ['flux'],
          matchPackageNames: [chart],
          // A HelmRelease over a HelmRepository takes none; there the name is the chart's alone.
          matchDepNames: [chart],
          pinDigests: true,
        },
      ],
    };
    return {
      files: [
        {
          path: 'renovate.json',
          language: 'json',
          text: `${JSON.stringify(preset, null, 2)}\n`,
        },
      ],
      guarantees:
        'Every pin of this chart is offered the next version with its digest, and the digest of its own version when the tag has moved.',
      cannot: [
        'Renovate checks no signatures: it offers what the registry has. Let the gate decide on the pull request (chart-provenance gate --diff).',
        'Versions with build metadata (+) in Chart.yaml and other forms that take no digest: Renovate would write _ there, which Helm refuses.',
        'A digest that moved under the same version is offered as a digest update: do not merge it automatically, it is what an overwritten tag looks like.',
      ],
      notes: [
        'It reads the comments that the other texts here write: “sha256:… # 1.8.0” with Argo CD, Helmfile, Terraform and scripts, and tag beside digest with Flux.',
        'A private registry takes hostRules with a read-only account, in Renovate’s own configuration and not in the repository.',
      ],
      links: [
        {
          title: 'Renovate: custom managers',
          href: 'https://docs.renovatebot.com/modules/manager/regex/',
        },
      ],
    };
  },
};
