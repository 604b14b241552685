import { rename, writeFile } from 'node:fs/promises';
import { parseOfflinePolicy } from 'backstage-plugin-chart-provenance-backend/gate';
import {
  normaliseRegistryHost,
  parseChartReference,
} from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { Answer } from '../ask/Answer';
import { GateClient } from '../ask/GateClient';
import { serverMessage } from '../ask/serverMessage';

const LARGEST_POLICY = 16 * 1024 * 1024;

/** A policy file, or why there is none, one sentence. */
export type FetchedPolicy =
  | { policy: OfflinePolicy }
  | { why: string; refused: boolean };

/** Fetches the policy file of a chart, and writes it only when it is one, about that chart, and counts now. */
export async function fetchPolicy(
  client: Pick<GateClient, 'send'>,
  { reference, out, now }: { reference: string; out: string; now: Date },
): Promise<FetchedPolicy> {
  const answer = await client.send({
    method: 'GET',
    path: `/gate/policy?${new URLSearchParams({ reference })}`,
    maxBytes: LARGEST_POLICY,
  });
  if (answer.kind !== 'answered' || answer.status !== 200) {
    return failed(answer);
  }
  const text = `${JSON.stringify(answer.body, null, 2)}\n`;
  let policy: OfflinePolicy;
  try {
    policy = parseOfflinePolicy(text);
  } catch (error) {
    return {
      why: error instanceof Error ? error.message : 'It is no policy file.',
      refused: false,
    };
  }
  const asked = parseChartReference(reference);
  const { registry, repository } = policy.chart;
  const isAsked =
    normaliseRegistryHost(registry) === normaliseRegistryHost(asked.registry) &&
    repository === asked.repository;
  if (!isAsked || !(now.getTime() < Date.parse(policy.expiresAt))) {
    return {
      why: isAsked
        ? 'The policy file has expired already: is the clock right?'
        : 'The policy file is about another chart.',
      refused: false,
    };
  }
  await writeFile(`${out}.new`, text, 'utf8');
  await rename(`${out}.new`, out);
  return { policy };
}

function failed(answer: Answer): FetchedPolicy {
  if (answer.kind !== 'answered') {
    return { why: answer.why, refused: false };
  }
  const { status, body } = answer;
  const said = serverMessage(body) || 'The backend gives out no policy.';
  return { why: `${said} (HTTP ${status})`, refused: status === 400 };
}
