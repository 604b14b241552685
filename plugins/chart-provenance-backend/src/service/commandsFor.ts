import {
  EvidenceRow,
  VersionDetail,
  verifyCommands,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../config';
import { ChartRecord, StoredVersionDetail } from '../store';

/** The part of the configuration that commands are written from. */
export type CommandConfig = Pick<
  ChartProvenanceConfig,
  'registries' | 'policies' | 'trust'
>;

/**
 * The commands with which a reader checks a version in a terminal. Files are named by the id of the root or key: where they
 * lie on the server is nobody's business, and would not help.
 */
export function commandsFor(
  chart: ChartRecord,
  version: StoredVersionDetail,
  config: CommandConfig,
): VersionDetail['commands'] {
  const policies = config.policies.filter(
    ({ name, selectable }) =>
      chart.policies.includes(name) ||
      (selectable && chart.requestedPolicies.includes(name)),
  );
  const registry = config.registries.find(one => one.host === chart.registry);
  const fileRoots = config.trust.roots.filter(
    root => root.source.type === 'file',
  );
  const hasPublicLog = config.trust.roots.some(
    root => root.source.type === 'publicGood',
  );
  return verifyCommands({
    registry: chart.registry,
    repository: chart.repository,
    digest: version.row.digest,
    anyOf: policies.flatMap(policy => policy.anyOf),
    requireAttestations: [
      ...new Set(policies.flatMap(policy => policy.requireAttestations)),
    ],
    expectedSource: chart.expectedSource,
    rootPaths: Object.fromEntries(
      fileRoots.map(({ id }) => [id, rootPath(id)]),
    ),
    keyLogRootPath:
      hasPublicLog || fileRoots.length === 0
        ? undefined
        : rootPath(fileRoots[0].id),
    keysWithoutLog: config.trust.keys
      .map(({ id }) => id)
      .filter(id => provenWithoutLog(version.evidence, id)),
    plainHttp: registry?.plainHttp ?? false,
  });
}

function rootPath(id: string): string {
  return `${id}.trusted_root.json`;
}

/** Proven by the key, and by nothing that would vouch for a time. */
function provenWithoutLog(evidence: EvidenceRow[], key: string): boolean {
  const proven = evidence
    .flatMap(row => row.verifications)
    .filter(
      ({ trust, outcome }) => trust === `key:${key}` && outcome === 'proven',
    );
  return (
    proven.length > 0 &&
    proven.every(({ verifiedTimes = [] }) => verifiedTimes.length === 0)
  );
}
