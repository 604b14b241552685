import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SbomComponent } from 'backstage-plugin-chart-provenance-common';
import { OciLayout } from 'chart-provenance-oras';
import { walkRepository } from '../walk';
import { createVerifier, TrustInput, VerifyOutcome } from '.';
import { sbomOfClaim } from './verifySbom';

const EXAMPLES = join(__dirname, '../../../../examples');
const NOTHING: TrustInput = { roots: [], keys: [], keyrings: [], stores: [] };
const ACME: TrustInput = {
  ...NOTHING,
  roots: [
    {
      id: 'acme',
      type: 'file',
      trustedRoot: JSON.parse(
        readFileSync(join(EXAMPLES, 'trust/trusted_root.json'), 'utf8'),
      ),
    },
  ],
};
const DIGEST = `sha256:${'1'.repeat(64)}`;

function componentsOf({ sbom }: VerifyOutcome): SbomComponent[] {
  return JSON.parse(String(gunzipSync(sbom!.components)));
}

describe('SBOMs that cosign attested', () => {
  const outcomes = async (trust: TrustInput) => {
    const folder = join(EXAMPLES, 'registry/acme/charts/payments');
    const { evidence } = await walkRepository(
      await OciLayout.open(folder),
      {
        versions: new Set(),
        tags: new Map(),
        evidence: new Map(),
        referrersReadAt: new Map(),
      },
      { now: () => new Date('2026-11-22T00:00:00Z') },
    );
    const verifier = await createVerifier(trust, { workers: 0 });
    const found = await Promise.all(
      evidence.map(async item => ({
        kind: item.evidence.kind,
        ...(await verifier.verify({
          evidence: item.evidence.digest,
          format: item.evidence.format,
          bytes: item.bytes!,
          subject: item.evidence.subject,
        })),
      })),
    );
    await verifier.close();
    return found;
  };

  it('are read, each with as many components as its proof tells', async () => {
    const found = await outcomes(ACME);
    const sboms = found.filter(({ sbom }) => sbom !== undefined);
    expect(sboms.map(({ sbom }) => sbom?.label).sort()).toEqual([
      'CycloneDX 1.6',
      'SPDX-2.3',
    ]);
    for (const outcome of sboms) {
      const [{ predicate }] = outcome.verifications;
      const components = componentsOf(outcome);
      expect(outcome.sbom).toMatchObject({ problem: null, cut: false });
      expect(predicate).toEqual({
        label: outcome.sbom?.label,
        packageCount: components.length,
      });
      expect(components.some(({ kind }) => kind === 'image')).toBe(true);
    }
    expect(found.filter(({ kind }) => kind === 'sbom')).toEqual(sboms);
  });

  it('are read whoever made them', async () => {
    const found = await outcomes(NOTHING);
    expect(found.filter(({ sbom }) => sbom)).toHaveLength(2);
    expect(found.flatMap(({ verifications }) => verifications)).toEqual([]);
  });
});

describe('sbomOfClaim', () => {
  const predicate = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [{ name: 'a' }],
  };
  const predicateType = 'https://cyclonedx.org/bom';

  it.each([
    [
      'about the chart',
      { predicateType, predicate, subjects: [DIGEST] },
      { componentCount: 1, problem: null },
    ],
    [
      'about something else: nothing of it is told',
      { predicateType, predicate, subjects: [] },
      {
        componentCount: 0,
        problem: expect.stringMatching(/does not name this chart/),
      },
    ],
    [
      'that is none',
      { predicateType, predicate: 'x', subjects: [DIGEST] },
      { componentCount: 0, problem: expect.stringMatching(/not JSON/) },
    ],
  ])('reads one %s', (_, claim, expected) => {
    expect(sbomOfClaim(claim, DIGEST)).toMatchObject(expected);
  });

  it.each([
    ['of another type', 'https://slsa.dev/provenance/v1'],
    ['without a type', undefined],
  ])('has none in a statement %s', (_, type) => {
    const claim = { predicateType: type, predicate, subjects: [DIGEST] };
    expect(sbomOfClaim(claim, DIGEST)).toBeUndefined();
  });
});

it('an SBOM that nobody signed is read, and proves nothing', async () => {
  const verifier = await createVerifier(ACME, { workers: 0 });
  const bytes = readFileSync(
    join(__dirname, '../evidence/sbom/__fixtures__/npm.spdx.json'),
  );
  const outcome = await verifier.verify({
    evidence: DIGEST,
    format: 'raw',
    bytes,
    subject: DIGEST,
  });
  expect(outcome.verifications).toEqual([]);
  expect(componentsOf(outcome)).toHaveLength(3);
  await verifier.close();
});
