import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { WalkedEvidence, WalkResult } from '../../walk/types';
import { compress } from '../compress';
import { Database } from '../database';
import { groupBy } from '../groupBy';
import { deleteSuperseded } from '../operations/evidence/deleteSuperseded';
import { putEvidenceBytes } from '../operations/evidence/putEvidenceBytes';
import { upsertEvidence } from '../operations/evidence/upsertEvidence';
import { listVersionFacts } from '../operations/version/listVersionFacts';
import { toJson } from '../rows';
import { VerifiedEvidence } from '../types';
import { Touched } from './Touched';
import { writeOutcome } from './writeOutcome';

/**
 * Writes evidence that is new, its bytes and its outcomes. Evidence for a version that is not known is left out: it has
 * nothing to be judged with, and is found again once the version could be read. What an earlier reading made of the same manifests
 * is replaced.
 */
export async function writeEvidence(
  tx: Database,
  chartId: string,
  result: WalkResult,
  verified: readonly VerifiedEvidence[],
  touched: Touched,
): Promise<void> {
  const subjects = result.evidence.map(({ evidence }) => evidence.subject);
  const known = new Set(
    (await listVersionFacts(tx, chartId, [...new Set(subjects)])).map(
      ({ digest }) => digest,
    ),
  );
  const walked = result.evidence.filter(({ evidence }) =>
    known.has(evidence.subject),
  );
  await upsertEvidence(
    tx,
    walked.map(({ evidence }) => ({
      chart_id: chartId,
      subject: evidence.subject,
      digest: evidence.digest,
      manifest: manifestOf(evidence),
      evidence: toJson(evidence),
      present: true,
      material_hash: null,
      first_seen_at: result.finishedAt,
    })),
  );
  for (const items of groupBy(walked, manifestKeyOf).values()) {
    const [{ evidence }] = items;
    const { subject } = evidence;
    const key = { chart_id: chartId, subject, manifest: manifestOf(evidence) };
    await deleteSuperseded(
      tx,
      key,
      items.map(item => item.evidence.digest),
    );
  }
  for (const item of walked) {
    await writeBytes(tx, chartId, item);
  }
  await writeOutcomes(tx, chartId, walked, verified);
  touched.add(...walked.map(({ evidence }) => evidence.subject));
}

function manifestOf({ manifest, digest }: Evidence): string {
  return manifest ?? digest;
}

function manifestKeyOf({ evidence }: WalkedEvidence): string {
  return `${evidence.subject} ${manifestOf(evidence)}`;
}

async function writeBytes(
  tx: Database,
  chartId: string,
  { evidence, bytes }: WalkedEvidence,
): Promise<void> {
  const content = bytes && (await compress(bytes));
  if (content) {
    await putEvidenceBytes(tx, {
      chart_id: chartId,
      subject: evidence.subject,
      digest: evidence.digest,
      content,
    });
  }
}

async function writeOutcomes(
  tx: Database,
  chartId: string,
  walked: readonly WalkedEvidence[],
  verified: readonly VerifiedEvidence[],
): Promise<void> {
  const written = new Set(
    walked.map(({ evidence }) => `${evidence.subject} ${evidence.digest}`),
  );
  for (const outcome of verified) {
    if (written.has(`${outcome.subject} ${outcome.digest}`)) {
      await writeOutcome(tx, chartId, outcome);
    }
  }
}
