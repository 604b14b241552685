import type { AttestationType, SignerId } from '../cells/types.ts';
import { IDENTITIES, isKey } from '../ground/signers.ts';
import { CHART, VERSION } from './chart.ts';

/** Predicate types as cosign's `--type` writes them. */
export const PREDICATE_TYPES: Record<AttestationType, string> = {
  slsaprovenance: 'https://slsa.dev/provenance/v0.2',
  slsaprovenance1: 'https://slsa.dev/provenance/v1',
  spdxjson: 'https://spdx.dev/Document',
  cyclonedx: 'https://cyclonedx.org/bom',
};

export const ATTESTATION_TYPES: readonly AttestationType[] = [
  'slsaprovenance',
  'slsaprovenance1',
  'spdxjson',
  'cyclonedx',
];

const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1';
const COMMIT = '5bb5b9e3b3a2ad0e1f1a3dfb7b1c4b8a8f5a0c11';

/**
 * The smallest predicate of each type that still says something. Provenance names the builder and source that the certificate of whoever
 * attests it names, as a builder does; a key has none, and names those of the release.
 */
export function predicateOf(type: AttestationType, by: SignerId): object {
  const { subject: builder, source } = IDENTITIES[isKey(by) ? 'github' : by];
  const ref = builder.replace(/^.*@/, '');
  const uri = `git+${source}@${ref}`;
  switch (type) {
    case 'slsaprovenance':
      return {
        builder: { id: builder },
        buildType: BUILD_TYPE,
        invocation: { configSource: { uri, digest: { sha1: COMMIT } } },
        materials: [{ uri, digest: { sha1: COMMIT } }],
      };
    case 'slsaprovenance1':
      return {
        buildDefinition: {
          buildType: BUILD_TYPE,
          externalParameters: {
            workflow: {
              ref,
              repository: source,
              path: '.github/workflows/release.yml',
            },
          },
          resolvedDependencies: [{ uri, digest: { gitCommit: COMMIT } }],
        },
        runDetails: { builder: { id: builder } },
      };
    case 'spdxjson':
      return spdx();
    default:
      return cyclonedx();
  }
}

export function spdx(): object {
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${CHART}-${VERSION}`,
    documentNamespace: 'https://sbom.acme.example/app-1.0.0',
    creationInfo: {
      created: '2026-01-01T00:00:00Z',
      creators: ['Organization: Acme'],
    },
    packages: [
      {
        SPDXID: 'SPDXRef-chart',
        name: CHART,
        versionInfo: VERSION,
        downloadLocation: 'NOASSERTION',
      },
    ],
  };
}

export function cyclonedx(): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 1,
    components: [{ type: 'container', name: 'app', version: VERSION }],
  };
}
