import type { Release } from '../company/release.ts';
import { stableUuid } from './stableUuid.ts';
import { imageUrl, paymentsContents } from './contents.ts';

/** A CycloneDX 1.6 bill of materials of the payments chart as it is deployed. */
export function cyclonedxPredicate({ chart, version, at }: Release) {
  const { images, packages } = paymentsContents(version);
  const self = `pkg:helm/${chart}@${version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${stableUuid(self)}`,
    version: 1,
    metadata: {
      timestamp: at,
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': self,
        type: 'application',
        name: chart,
        version,
        purl: self,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
      properties: [{ name: 'acme:values', value: 'values.yaml (defaults)' }],
    },
    components: [
      ...images.map(image => ({
        'bom-ref': imageUrl(image),
        type: 'container',
        name: image.name,
        version: image.tag,
        description: image.purpose,
        hashes: [
          { alg: 'SHA-256', content: image.digest.slice('sha256:'.length) },
        ],
        purl: imageUrl(image),
      })),
      ...packages.map(({ name, version: packageVersion, licence, purl }) => ({
        'bom-ref': purl,
        type: 'library',
        name,
        version: packageVersion,
        licenses: licence.includes(' ')
          ? [{ expression: licence }]
          : [{ license: licenseOf(licence) }],
        purl,
      })),
    ],
    dependencies: [
      { ref: self, dependsOn: images.map(imageUrl) },
      {
        ref: imageUrl(images[0]),
        dependsOn: packages.map(({ purl }) => purl),
      },
    ],
  };
}

function licenseOf(licence: string) {
  return licence.startsWith('LicenseRef-')
    ? { name: licence.slice('LicenseRef-'.length) }
    : { id: licence };
}
