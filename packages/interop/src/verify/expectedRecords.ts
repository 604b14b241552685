import { policyOf } from '../company/policies.ts';
import type { Published } from '../company/publisher.ts';
import type { Expectation } from '../company/release.ts';
import { EXTRA_TAGS } from '../company/tags.ts';
import type { Registry } from '../registry/registryHandler.ts';
import { HOSTS } from '../services/hosts.ts';
import {
  cosignVerify,
  type CosignRecord,
  type VerifyOptions,
} from './cosignVerify.ts';
import {
  evidenceOf,
  SIGNATURE,
  signerOf,
  type EvidenceRecord,
  type SignerRecord,
} from './evidence.ts';

export interface ExpectedRecord {
  repository: string;
  /** `null` for a manifest that no tag points at. */
  tag: string | null;
  digest: string;
  chartLayerDigest: string;
  story: string;
  expected: Expectation;
  /** Who made the signature, whether or not it is any good. */
  signer: SignerRecord | null;
  evidence: EvidenceRecord[];
  cosign: CosignRecord;
}

/** One record a tag, and one for each untagged build, with cosign's own outcome. */
export async function expectedRecords(
  published: Published[],
  registry: Registry,
  options: VerifyOptions,
): Promise<ExpectedRecord[]> {
  const records: ExpectedRecord[] = [];
  for (const { chart, tag, digest, story, expected, key } of claims(
    published,
  )) {
    const name = `acme/charts/${chart}`;
    const repository = registry.repository(name);
    const chartLayer = repository
      .manifest(digest)
      .layers?.find(({ mediaType }) => mediaType.endsWith('.tar+gzip'));
    const evidence = evidenceOf(repository, digest);
    const signature = evidence.find(
      ({ record }) => record.predicateType === SIGNATURE,
    );
    records.push({
      repository: name,
      tag,
      digest,
      chartLayerDigest: chartLayer?.digest ?? '',
      story,
      expected,
      signer: signature ? signerOf(signature.bundle, key) : null,
      evidence: evidence.map(({ record }) => record),
      cosign: await cosignVerify(
        `${HOSTS.registry}/${name}@${digest}`,
        policyOf(chart),
        options,
      ),
    });
  }
  return records;
}

/** What each tag claims, and each build without one. */
function claims(published: Published[]) {
  const own = published.map(({ release, digest }) => ({
    chart: release.chart,
    tag: release.rebuild ? null : release.version.replace('+', '_'),
    digest,
    story: release.story,
    expected: release.expected,
    key: release.signer?.kind === 'key' ? release.signer.key : undefined,
  }));
  const extra = EXTRA_TAGS.map(({ chart, tag, version, story, expected }) => ({
    ...{ chart, tag, story, expected },
    digest: digestOf(published, { chart, version }),
    key: undefined,
  }));
  return [...own, ...extra].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function digestOf(
  published: Published[],
  wanted: { chart: string; version: string; rebuild?: boolean },
): string {
  const found = published.find(
    ({ release }) =>
      release.chart === wanted.chart &&
      release.version === wanted.version &&
      Boolean(release.rebuild) === Boolean(wanted.rebuild),
  );
  if (!found) {
    throw new Error(`nothing published as ${wanted.chart} ${wanted.version}`);
  }
  return found.digest;
}

function order({ chart, tag }: { chart: string; tag: string | null }): string {
  return `${chart} ${tag ?? '~'}`;
}
