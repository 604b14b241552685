import type { Release } from '../company/release.ts';
import { imageUrl, paymentsContents, type Package } from './contents.ts';
import { stableUuid } from './stableUuid.ts';

/** An SPDX 2.3 bill of materials of the payments chart as it is deployed. */
export function spdxPredicate({ chart, version, at }: Release) {
  const { images, packages } = paymentsContents(version);
  const parts = [
    ...images.map(image => ({
      name: image.name,
      versionInfo: image.tag,
      licence: 'NOASSERTION',
      purl: imageUrl(image),
    })),
    ...packages.map(({ name, version: versionInfo, licence, purl }) => ({
      ...{ name, versionInfo, licence, purl },
    })),
  ];
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${chart}-${version}`,
    documentNamespace: `https://sbom.acme.example/${chart}-${version}-${stableUuid(
      `${chart}@${version}`,
    )}`,
    creationInfo: { created: at, creators: ['Organization: Acme'] },
    documentDescribes: ['SPDXRef-chart'],
    packages: [
      {
        SPDXID: 'SPDXRef-chart',
        name: chart,
        versionInfo: version,
        downloadLocation: 'NOASSERTION',
        filesAnalyzed: false,
        licenseConcluded: 'Apache-2.0',
        licenseDeclared: 'Apache-2.0',
        copyrightText: 'NOASSERTION',
      },
      ...parts.map(({ name, versionInfo, licence, purl }, index) => ({
        SPDXID: `SPDXRef-${index}`,
        name,
        versionInfo,
        downloadLocation: 'NOASSERTION',
        filesAnalyzed: false,
        licenseConcluded: licence,
        licenseDeclared: licence,
        copyrightText: 'NOASSERTION',
        externalRefs: [
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: purl,
          },
        ],
      })),
    ],
    hasExtractedLicensingInfos: namedLicences(packages),
    relationships: [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relationshipType: 'DESCRIBES',
        relatedSpdxElement: 'SPDXRef-chart',
      },
      ...parts.map((_, index) => ({
        spdxElementId: 'SPDXRef-chart',
        relationshipType: 'CONTAINS',
        relatedSpdxElement: `SPDXRef-${index}`,
      })),
    ],
  };
}

/** Licences that SPDX has no id for are named in the document. */
function namedLicences(packages: Package[]) {
  const prefix = 'LicenseRef-';
  const ids = packages
    .map(({ licence }) => licence)
    .filter(licence => licence.startsWith(prefix));
  return [...new Set(ids)].map(licenseId => ({
    licenseId,
    extractedText: 'NOASSERTION',
    name: licenseId.slice(prefix.length),
  }));
}
