import { WalkProblem } from '../../walk/types';
import { Database } from '../database';
import { groupBy } from '../groupBy';
import { listEvidence } from '../operations/evidence/listEvidence';
import { listVerifications } from '../operations/evidence/listVerifications';
import { listTags } from '../operations/tag/listTags';
import { listTagsEverAt } from '../operations/tag/listTagsEverAt';
import {
  VerdictKeyRow,
  listVerdictKeys,
} from '../operations/verdict/listVerdictKeys';
import {
  listVersionFacts,
  VersionFactsRow,
} from '../operations/version/listVersionFacts';
import {
  EvidenceTableRow,
  fromNullableJson,
  TagRow,
  VerificationRow,
} from '../rows';
import { provenanceFileOf } from '../provenanceFileOf';
import {
  isIntact,
  storedEvidenceOf,
  storedVerificationOf,
} from '../storedEvidenceOf';
import { JudgeableVersion } from '../types';

/** A version to judge, with the verdict it has now. */
export interface Judgeable {
  version: JudgeableVersion;
  previous: VerdictKeyRow | undefined;
}

interface Related {
  tags: TagRow[];
  everTags: { tag: string }[];
  evidence: EvidenceTableRow[];
  verifications: VerificationRow[];
}

/** Reads everything the verdicts of some versions depend on. */
export async function readJudgeable(
  database: Database,
  chartId: string,
  digests: readonly string[],
): Promise<Judgeable[]> {
  const versions = await listVersionFacts(database, chartId, digests);
  const subjects = versions.map(({ digest }) => digest);
  const byDigest = <T extends { digest: string }>(rows: T[]) =>
    groupBy(rows, row => row.digest);
  const bySubject = <T extends { subject: string }>(rows: T[]) =>
    groupBy(rows, row => row.subject);
  const tags = byDigest(await listTags(database, chartId, subjects));
  const ever = byDigest(await listTagsEverAt(database, chartId, subjects));
  const evidence = bySubject(await listEvidence(database, chartId, subjects));
  const verifications = bySubject(
    await listVerifications(database, chartId, subjects),
  );
  const previous = byDigest(await listVerdictKeys(database, chartId, subjects));
  return versions.map(row => ({
    version: judgeableOf(row, previous.get(row.digest)?.[0], {
      tags: tags.get(row.digest) ?? [],
      everTags: ever.get(row.digest) ?? [],
      evidence: evidence.get(row.digest) ?? [],
      verifications: verifications.get(row.digest) ?? [],
    }),
    previous: previous.get(row.digest)?.[0],
  }));
}

function judgeableOf(
  row: VersionFactsRow,
  previous: VerdictKeyRow | undefined,
  related: Related,
): JudgeableVersion {
  const present = related.evidence.filter(item => item.present);
  const intact = new Set(present.filter(isIntact).map(({ digest }) => digest));
  return {
    digest: row.digest,
    name: row.name,
    version: row.version,
    chartLayerDigest: row.chart_layer_digest,
    problem: fromNullableJson<WalkProblem>(row.problem),
    tags: related.tags
      .filter(tag => tag.present)
      .map(({ tag, change, rolled_back_from }) => ({
        tag,
        change,
        rolledBackFrom: rolled_back_from,
      })),
    everTags: related.everTags.map(({ tag }) => tag),
    evidence: [
      ...present.map(storedEvidenceOf),
      ...provenanceFileOf(row, related.evidence),
    ],
    verifications: related.verifications
      .filter(({ digest }) => intact.has(digest))
      .flatMap(outcome => storedVerificationOf(outcome) ?? []),
    referrersRead: row.referrers_read_at !== null,
    undecoded: fromNullableJson<string[]>(row.undecoded) ?? [],
    awaitingBytes: present
      .filter(
        item =>
          item.material_hash === null ||
          related.verifications.some(
            outcome =>
              outcome.digest === item.digest &&
              storedVerificationOf(outcome) === null,
          ),
      )
      .map(({ digest }) => digest),
    previousKey: previous?.verdict_key ?? null,
  };
}
