import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { policyOf } from './company/policies.ts';
import { readLayout } from './layout/readLayout.ts';
import { evidenceOf } from './verify/evidence.ts';
import type { ExpectedRecord } from './verify/expectedRecords.ts';
import { judge, type Trust } from './verify/judge.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

/** Reasons that a single bundle cannot give: they need tags, history or a policy. */
const BEYOND_THE_BUNDLE = ['name-or-version-mismatch', 'no-policy', 'rollback'];

const trust: Trust = {
  root: TrustedRoot.fromJSON(readJson('trust', 'trusted_root.json')),
  keyPem: name =>
    readFileSync(join(EXAMPLES, 'trust', 'keys', `${name}.pub`), 'utf8'),
};

/** What is wrong with a record, or nothing. */
function problemsOf(record: ExpectedRecord): string[] {
  const repository = readLayout(
    join(EXAMPLES, 'registry', ...record.repository.split('/')),
  );
  const evidence = evidenceOf(repository, record.digest);
  const problems: string[] = [];
  if (record.tag && repository.tags.get(record.tag) !== record.digest) {
    problems.push('the tag points elsewhere');
  }
  if (
    JSON.stringify(evidence.map(item => item.record)) !==
    JSON.stringify(record.evidence)
  ) {
    problems.push('the evidence is not what the layout holds');
  }
  const { reason } = record.expected;
  const ofBundle = BEYOND_THE_BUNDLE.includes(reason ?? '') ? null : reason;
  const policy = policyOf(record.repository.split('/').at(-1) ?? '');
  for (const {
    bundle,
    record: { predicateType },
  } of evidence) {
    const judged = judge({ bundle, subject: record.digest, policy }, trust);
    if (judged !== ofBundle) {
      problems.push(`${predicateType} is judged ${judged}, not ${ofBundle}`);
    }
  }
  const passes = evidence.length > 0 && ofBundle === null;
  if (passes !== (record.cosign.exitCode === 0)) {
    problems.push(`cosign ended with ${record.cosign.exitCode}`);
  }
  return problems;
}

function readJson(...path: string[]) {
  return JSON.parse(readFileSync(join(EXAMPLES, ...path), 'utf8'));
}

const { records }: { records: ExpectedRecord[] } = readJson('expected.json');
let failed = 0;
for (const record of records) {
  const problems = problemsOf(record);
  failed += problems.length > 0 ? 1 : 0;
  for (const problem of problems) {
    console.error(
      `${record.repository}:${record.tag ?? record.digest}: ${problem}`,
    );
  }
}
console.log(`${records.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
