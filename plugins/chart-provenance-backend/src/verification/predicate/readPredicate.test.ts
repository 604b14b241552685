import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { packSbom, readSbom } from '../../evidence';
import { COMMIT, git, github, read, SLSA } from './__testUtils__/slsa';
import { readPredicate } from './readPredicate';

const predicates: [string, string, unknown, PredicateFacts | undefined][] = [
  [
    'SLSA v1 as GitHub writes it',
    `${SLSA}/v1`,
    github,
    {
      label: 'SLSA v1',
      builderId: 'https://github.com/acme/b.yml',
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      source: 'git+https://github.com/acme/payments@refs/tags/v1',
      build: {
        sourceDigest: `gitCommit:${COMMIT}`,
        invocationId:
          'https://github.com/acme/payments/actions/runs/1/attempts/1',
        startedAt: '2026-11-20T10:00:00.000Z',
        parameters: [
          {
            name: 'workflow.repository',
            value: 'https://github.com/acme/payments',
          },
          { name: 'workflow.ref', value: 'refs/tags/v1' },
          { name: 'workflow.path', value: '.github/workflows/release.yml' },
        ],
        materials: [
          {
            uri: 'git+https://github.com/acme/payments@refs/tags/v1',
            digest: `gitCommit:${COMMIT}`,
          },
        ],
      },
    },
  ],
  [
    'SLSA v0.2 as the generators write it',
    `${SLSA}/v0.2`,
    {
      builder: { id: 'https://builder.example' },
      buildType: 'make',
      invocation: {
        configSource: {
          uri: 'git+https://git.example/a/x@refs/tags/v1',
          digest: { sha1: COMMIT },
          entryPoint: 'release.yml',
        },
        parameters: { version: 1, flags: ['-a', true], none: null },
      },
      metadata: {
        buildInvocationId: 'run-7',
        buildStartedOn: '2026-11-20T10:00:00Z',
        buildFinishedOn: 'soon',
      },
      materials: [
        { uri: 'pkg:docker/alpine@3.20' },
        { uri: 'git+https://git.example/a/x@refs/tags/v1', digest: {} },
      ],
    },
    {
      label: 'SLSA v0.2',
      builderId: 'https://builder.example',
      buildType: 'make',
      source: 'git+https://git.example/a/x@refs/tags/v1',
      build: {
        sourceDigest: `sha1:${COMMIT}`,
        invocationId: 'run-7',
        startedAt: '2026-11-20T10:00:00.000Z',
        parameters: [
          { name: 'entryPoint', value: 'release.yml' },
          { name: 'version', value: '1' },
          { name: 'flags.0', value: '-a' },
          { name: 'flags.1', value: 'true' },
        ],
        materials: [
          { uri: 'pkg:docker/alpine@3.20' },
          { uri: 'git+https://git.example/a/x@refs/tags/v1' },
        ],
      },
    },
  ],
  [
    'SLSA v0.1',
    `${SLSA}/v0.1`,
    {
      builder: { id: 'b' },
      recipe: { type: 'make', definedInMaterial: 1, arguments: { a: 'b' } },
      materials: [git('acme/other'), git('acme/payments')],
    },
    expect.objectContaining({
      label: 'SLSA v0.1',
      source: 'git+https://github.com/acme/payments',
      build: expect.objectContaining({
        parameters: [{ name: 'a', value: 'b' }],
      }),
    }),
  ],
  [
    'a scan by Trivy, as cosign wraps it',
    'https://cosign.sigstore.dev/attestation/vuln/v1',
    {
      scanner: {
        uri: 'pkg:github/aquasecurity/trivy@0.50.0',
        version: '0.50.0',
        result: {
          SchemaVersion: 2,
          Results: [
            { Vulnerabilities: [{ Severity: 'HIGH' }, { Severity: 'LOW' }] },
            { Target: 'nothing found' },
            { Vulnerabilities: [{ Severity: 'HIGH' }, {}] },
          ],
        },
      },
      metadata: {
        scanStartedOn: '2026-11-20T10:00:00Z',
        scanFinishedOn: '2026-11-20T10:01:00Z',
      },
    },
    {
      label: 'Trivy scan',
      vulnerabilities: {
        scanner: 'Trivy 0.50.0',
        scannedAt: '2026-11-20T10:01:00.000Z',
        count: 4,
        bySeverity: [
          { severity: 'high', count: 2 },
          { severity: 'low', count: 1 },
          { severity: 'unknown', count: 1 },
        ],
      },
    },
  ],
  [
    'a scan by Grype',
    'https://cosign.sigstore.dev/attestation/vuln/v1',
    {
      scanner: {
        uri: 'https://github.com/anchore/grype',
        result: { matches: [{ vulnerability: { severity: 'Critical' } }] },
      },
    },
    {
      label: 'Grype scan',
      vulnerabilities: {
        scanner: 'Grype',
        count: 1,
        bySeverity: [{ severity: 'critical', count: 1 }],
      },
    },
  ],
  [
    'a scan that found nothing',
    'https://cosign.sigstore.dev/attestation/vuln/v1',
    { scanner: { uri: '', result: { SchemaVersion: 2 } } },
    {
      label: 'Vulnerability scan',
      vulnerabilities: { count: 0, bySeverity: [] },
    },
  ],
  [
    'a scan by another, of which nobody knows what it found',
    'https://cosign.sigstore.dev/attestation/vuln/v1',
    { scanner: { uri: 'https://clair.example/', result: { found: 7 } } },
    { label: 'Clair.example scan' },
  ],
  [
    'a scan as in-toto has it',
    'https://in-toto.io/attestation/vulns/v0.2',
    {
      scanner: {
        uri: 'https://github.com/aquasecurity/trivy',
        result: [
          {
            id: 'CVE-123',
            severity: [
              { method: 'cvss_score', score: '5.2' },
              { method: 'nvd', score: 'MEDIUM' },
            ],
          },
          { id: 'CVE-124', severity: [{ method: 'cvss', score: '5.2' }] },
        ],
      },
      scanMetadata: { scanFinishedOn: '2026-11-20T10:01:00Z' },
    },
    {
      label: 'Trivy scan',
      vulnerabilities: {
        scanner: 'Trivy',
        scannedAt: '2026-11-20T10:01:00.000Z',
        count: 2,
        bySeverity: [
          { severity: 'medium', count: 1 },
          { severity: 'unknown', count: 1 },
        ],
      },
    },
  ],
  [
    'OpenVEX',
    'https://openvex.dev/ns/v0.2.0',
    {
      author: 'Acme security',
      timestamp: '2026-11-20T10:00:00Z',
      statements: [
        { status: 'not_affected' },
        { status: 'fixed' },
        { status: 'not_affected' },
      ],
    },
    {
      label: 'OpenVEX',
      exploitability: {
        author: 'Acme security',
        issuedAt: '2026-11-20T10:00:00.000Z',
        count: 3,
        byStatus: [
          { status: 'not_affected', count: 2 },
          { status: 'fixed', count: 1 },
        ],
      },
    },
  ],
  [
    'an unknown type',
    'https://example.org/p',
    { builder: { id: 'x' } },
    undefined,
  ],
  [
    'CSAF',
    'https://docs.oasis-open.org/csaf/csaf/v2.0',
    { document: {} },
    undefined,
  ],
  ['a type that only begins like one', `${SLSA}/v1.evil`, github, undefined],
  ['null instead of SLSA', `${SLSA}/v1`, null, undefined],
  ['text instead of OpenVEX', 'https://openvex.dev/ns', 'VEX', undefined],
];

describe('readPredicate', () => {
  it.each(predicates)('%s', (_, predicateType, predicate, expected) => {
    expect(read(predicateType, predicate)).toEqual(expected);
  });

  it('takes the facts of an SBOM from how it was read, and VEX from inside of it', () => {
    const predicate = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ name: 'a', components: [{ name: 'b' }] }],
      vulnerabilities: [
        { ratings: [{ severity: 'high' }], analysis: { state: 'in_triage' } },
        { ratings: [] },
      ],
    };
    const predicateType = 'https://cyclonedx.org/bom/v1.6';
    const sbom = packSbom(readSbom(predicate));
    expect(readPredicate({ predicateType, predicate }, sbom)).toEqual({
      label: 'CycloneDX 1.6',
      packageCount: 2,
      vulnerabilities: {
        count: 2,
        bySeverity: [
          { severity: 'high', count: 1 },
          { severity: 'unknown', count: 1 },
        ],
      },
      exploitability: {
        count: 1,
        byStatus: [{ status: 'in_triage', count: 1 }],
      },
    });
    const unread = packSbom(readSbom('SPDXVersion: 2.3'));
    expect(
      readPredicate({ predicateType: 'https://spdx.dev/Document' }, unread),
    ).toBeUndefined();
  });
});
