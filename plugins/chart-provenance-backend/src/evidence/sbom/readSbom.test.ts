import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SbomComponent } from 'backstage-plugin-chart-provenance-common';
import { readRawSbom } from './readRawSbom';
import { readSbom } from './readSbom';

const fixture = (name: string) =>
  readFileSync(join(__dirname, '__fixtures__', name));
const cycloneDx = (parts: object) =>
  readSbom({ bomFormat: 'CycloneDX', specVersion: '1.6', ...parts });
const spdx = (parts: object) => readSbom({ spdxVersion: 'SPDX-2.3', ...parts });
const component = (changes: Partial<SbomComponent>): SbomComponent => ({
  name: 'a',
  version: '',
  kind: 'package',
  purl: null,
  licences: [],
  digest: null,
  ...changes,
});
const HEX = 'ab'.repeat(32);
const DIGEST = `sha256:${HEX}`;
const OCI = `pkg:oci/pay@sha256%3A${HEX}?repository_url=ghcr.io%2Facme%2Fpay&tag=1`;

describe('SBOMs that npm made', () => {
  const components = [
    ['@noble/hashes', '1.8.0', 'pkg:npm/%40noble/hashes@1.8.0', 'MIT'],
    ['re2js', '2.2.0', 'pkg:npm/re2js@2.2.0', 'MIT'],
    ['wrappy', '1.0.2', 'pkg:npm/wrappy@1.0.2', 'ISC'],
  ].map(([name, version, purl, licence]) =>
    component({ name, version, purl, licences: [licence] }),
  );

  it.each([
    ['npm.cyclonedx.json', 'CycloneDX 1.5', /^cli 1\d\./],
    ['npm.spdx.json', 'SPDX-2.3', /^npm\/cli-1\d\./],
  ])('%s tells the same components', (name, label, tool) => {
    const sbom = readRawSbom(fixture(name));
    expect(sbom).toEqual({
      label,
      createdAt: expect.stringMatching(/^20\d\d-.*Z$/),
      tools: [expect.stringMatching(tool)],
      componentCount: 3,
      cut: false,
      problem: null,
      components,
    });
  });
});

describe('what a component is', () => {
  it.each<[string, object, Partial<SbomComponent>]>([
    ['a library', { type: 'library', version: '1' }, { version: '1' }],
    ['a file', { type: 'file' }, { kind: 'other' }],
    ['no known type', { type: 'x' }, { kind: 'other' }],
    [
      'an image, named by its manifest and not by another hash',
      {
        type: 'container',
        purl: OCI,
        hashes: [{ alg: 'SHA-256', content: 'cd'.repeat(32) }],
      },
      {
        kind: 'image',
        version: DIGEST,
        purl: OCI.replace('%3A', ':'),
        digest: DIGEST,
      },
    ],
    [
      'an image whose version is its digest',
      { type: 'container', version: DIGEST },
      { kind: 'image', version: DIGEST, digest: DIGEST },
    ],
    [
      'a chart',
      { type: 'application', purl: 'pkg:helm/redis@18.1.0' },
      { kind: 'chart', version: '18.1.0', purl: 'pkg:helm/redis@18.1.0' },
    ],
    [
      'a hash in upper case',
      {
        type: 'library',
        hashes: [
          { alg: 'MD5', content: '00' },
          { alg: 'SHA-256', content: HEX.toUpperCase() },
        ],
      },
      { digest: DIGEST },
    ],
    ['a purl that is none', { type: 'library', purl: 'npm/a@1' }, {}],
    [
      'a purl too long to be kept whole',
      { type: 'library', purl: `pkg:npm/a@1?x=${'y'.repeat(500)}` },
      {},
    ],
    [
      'licences of every kind, once each',
      {
        type: 'library',
        licenses: [
          { license: { id: 'MIT' } },
          { license: { name: 'Our own' } },
          { expression: 'MIT OR ISC' },
          { license: { id: 'MIT' } },
          null,
        ],
      },
      { licences: ['MIT', 'Our own', 'MIT OR ISC'] },
    ],
    [
      'text that hides on screen',
      { type: 'library', name: 'a\u202eb\u0000c' },
      { name: 'a b c' },
    ],
    ['a group', { type: 'library', group: 'org.acme' }, { name: 'org.acme/a' }],
    ['no name at all', { type: 'library', name: '' }, { name: '(no name)' }],
  ])('in CycloneDX: %s', (_, written, expected) => {
    const sbom = cycloneDx({ components: [{ name: 'a', ...written }] });
    expect(sbom.components).toEqual([component(expected)]);
  });

  it.each<[string, object, Partial<SbomComponent>]>([
    [
      'an image',
      { primaryPackagePurpose: 'CONTAINER', versionInfo: '1' },
      { kind: 'image', version: '1' },
    ],
    ['a file', { primaryPackagePurpose: 'FILE' }, { kind: 'other' }],
    [
      'a package URL',
      {
        externalRefs: [
          { referenceType: 'cpe23Type', referenceLocator: 'cpe:2.3:a' },
          { referenceType: 'purl', referenceLocator: 'pkg:deb/debian/a@1-2' },
        ],
      },
      { version: '1-2', purl: 'pkg:deb/debian/a@1-2' },
    ],
    [
      'what was concluded',
      { licenseConcluded: 'ISC', licenseDeclared: 'MIT' },
      { licences: ['ISC'] },
    ],
    [
      'what is declared where nothing was concluded',
      { licenseConcluded: 'NOASSERTION', licenseDeclared: 'MIT' },
      { licences: ['MIT'] },
    ],
    ['nothing', { licenseDeclared: 'NOASSERTION' }, {}],
    ['that it has none', { licenseDeclared: 'NONE' }, { licences: ['NONE'] }],
    [
      'the name of a licence of its own',
      { licenseDeclared: 'LicenseRef-1' },
      { licences: ['Our own'] },
    ],
    [
      'a checksum',
      { checksums: [{ algorithm: 'SHA256', checksumValue: HEX }] },
      { digest: DIGEST },
    ],
  ])('in SPDX: %s', (_, written, expected) => {
    const sbom = spdx({
      packages: [{ name: 'a', ...written }],
      hasExtractedLicensingInfos: [
        { licenseId: 'LicenseRef-1', name: 'Our own' },
      ],
    });
    expect(sbom.components).toEqual([component(expected)]);
  });
});

describe('which components count', () => {
  const names = ({ components }: { components: SbomComponent[] }) =>
    components.map(({ name }) => name);

  it('those inside of others, and of the main one, but not the main one', () => {
    const sbom = cycloneDx({
      metadata: {
        component: {
          'bom-ref': 'm',
          name: 'main',
          components: [{ name: 'b' }],
        },
      },
      components: [
        { 'bom-ref': 'm', name: 'main' },
        { name: 'c', components: [{ name: 'a', components: [{ name: 'd' }] }] },
        'odd',
      ],
    });
    expect(names(sbom)).toEqual(['a', 'b', 'c', 'd']);
    expect(sbom.componentCount).toBe(4);
  });

  it.each([
    ['documentDescribes', { documentDescribes: ['SPDXRef-a'] }],
    [
      'a relationship',
      {
        relationships: [
          {
            spdxElementId: 'SPDXRef-DOCUMENT',
            relationshipType: 'DESCRIBES',
            relatedSpdxElement: 'SPDXRef-a',
          },
        ],
      },
    ],
    [
      'its inverse',
      {
        relationships: [
          {
            spdxElementId: 'SPDXRef-a',
            relationshipType: 'DESCRIBED_BY',
            relatedSpdxElement: 'SPDXRef-DOCUMENT',
          },
        ],
      },
    ],
  ])('not the one that an SPDX document describes by %s', (_, parts) => {
    const packages = ['a', 'b'].map(name => ({
      SPDXID: `SPDXRef-${name}`,
      name,
    }));
    expect(names(spdx({ packages, ...parts }))).toEqual(['b']);
  });

  it('all that an SPDX document describes, when it hides more than itself', () => {
    const packages = ['a', 'b'].map(name => ({ SPDXID: name, name }));
    const sbom = spdx({ packages, documentDescribes: ['a', 'b'] });
    expect(names(sbom)).toEqual(['a', 'b']);
  });

  it('10,000 of them, and it says that there are more', () => {
    const components = Array.from({ length: 20_001 }, (_, at) => ({
      name: `n${at}`,
    }));
    for (const sbom of [
      cycloneDx({ components }),
      spdx({ packages: components }),
    ]) {
      expect(sbom).toMatchObject({ componentCount: 20_001, cut: true });
      expect(sbom.components).toHaveLength(10_000);
    }
  });
});
