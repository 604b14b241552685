import type { SnippetGenerator } from '../../types';
import { hclText } from '../../words';
import { lines, noVersion, objectName, pinOf, versionNotes } from '../facts';

/** A `helm_release` of Terraform or OpenTofu, pinned by digest. */
export const terraform: SnippetGenerator = {
  id: 'terraform',
  group: 'consume',
  title: 'Terraform and OpenTofu (helm_release)',
  options: () => [],
  unavailable: noVersion,
  generate(input) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    return {
      files: [
        {
          path: `${name}.tf`,
          language: 'hcl',
          text: lines(
            'terraform {',
            '  required_providers {',
            '    helm = {',
            '      source = "hashicorp/helm"',
            '      # The first with Helm 3.18, which fetches by digest.',
            '      version = ">= 3.1.0"',
            '    }',
            '  }',
            '}',
            '',
            `resource "helm_release" ${hclText(name)} {`,
            `  name      = ${hclText(name)}`,
            `  namespace = ${hclText(name)}`,
            '',
            '  # The digest decides; the version behind it is for people and for Renovate.',
            `  chart = ${hclText(`${pin.url}@${pin.digest}`)} # ${pin.tag}`,
            '}',
          ),
        },
      ],
      guarantees: 'The provider installs exactly the bytes of this digest.',
      cannot: [
        'The provider checks no Sigstore signature: verify the digest before it is merged.',
        ...(input.chart.plainHttp
          ? [
              'The provider has no setting for a registry that speaks HTTP only.',
            ]
          : []),
      ],
      notes: [
        ...versionNotes(input),
        'There is no “version” on purpose: with it Helm asks for tag and digest, and fails when the tag has moved.',
        'Providers before 3.1 have Helm 3.17 or older, which does not fetch by digest: there, write repository, chart and version, and know that nothing is pinned.',
        'The digest handling was read in the provider’s source (3.1.2 with Helm 3.18) and tried with Helm; the provider itself was not run.',
      ],
      links: [
        {
          title: 'helm_release',
          href: 'https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release',
        },
      ],
    };
  },
};
