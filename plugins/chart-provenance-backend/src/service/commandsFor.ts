import {
  commandNotes,
  EvidenceRow,
  Verification,
  VersionDetail,
  verifyCommands,
  VerifyCommandsInput,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../config';
import { ChartRecord, StoredVersionDetail } from '../store';

/** The part of the configuration that commands are written from. */
export type CommandConfig = Pick<
  ChartProvenanceConfig,
  'registries' | 'policies' | 'trust'
>;

/** The part of a version that commands are written from. */
export type CommandVersion = Pick<
  StoredVersionDetail,
  'evidence' | 'verdict'
> & {
  row: Pick<StoredVersionDetail['row'], 'digest' | 'version'>;
};

/**
 * The commands with which a reader checks a version in a terminal. Files are named by the id of the root or key: where they
 * lie on the server is nobody's business, and would not help.
 */
export function commandsFor(
  chart: ChartRecord,
  version: CommandVersion,
  {
    config,
    ed25519Keys = [],
  }: { config: CommandConfig; ed25519Keys?: readonly string[] },
): Pick<VersionDetail, 'commands' | 'commandNotes'> {
  const policies = config.policies.filter(
    ({ name, selectable }) =>
      chart.policies.includes(name) ||
      (selectable && chart.requestedPolicies.includes(name)),
  );
  const registry = config.registries.find(one => one.host === chart.registry);
  const { roots, keys, distrust } = config.trust;
  const fileRoots = roots.filter(({ source }) => source.type !== 'publicGood');
  const hasPublicLog = roots.length > fileRoots.length;
  const { evidence } = version;
  const input: VerifyCommandsInput = {
    registry: chart.registry,
    repository: chart.repository,
    digest: version.row.digest,
    version: version.row.version,
    anyOf: policies.flatMap(policy => policy.anyOf),
    requireAttestations: policies.flatMap(policy => policy.requireAttestations),
    expectedSource: chart.expectedSource,
    rootPaths: Object.fromEntries(
      fileRoots.map(({ id }) => [id, rootPath(id)]),
    ),
    keyLogRootPath:
      hasPublicLog || fileRoots.length === 0
        ? undefined
        : rootPath(fileRoots[0].id),
    keysWithoutLog: keys
      .map(({ id }) => id)
      .filter(id => provenWithoutLog(evidence, id)),
    plainHttp: registry?.plainHttp ?? false,
    ed25519Keys: ed25519Keys.filter(id => !provenAsPlain(evidence, id)),
    rootsWithoutLog: idsOf(roots, ({ thresholds }) => thresholds.tlog === 0),
    rootsWithoutCertificateLog: idsOf(
      roots,
      ({ thresholds }) => thresholds.ctlog === 0,
    ),
    githubRoots: idsOf(roots, ({ source }) => source.type === 'github'),
    provenanceFile: evidence.some(
      ({ kind, present }) => kind === 'provenance-file' && present,
    ),
    notation: evidence.some(
      ({ format, present }) => format === 'notation' && present,
    ),
    ociReferrers: areInReferrers(evidence),
    olderBundles: evidence.some(
      ({ format, present }) =>
        (format === 'sigstore-bundle-v0.1' ||
          format === 'sigstore-bundle-v0.2') &&
        present,
    ),
    hasDistrust: distrust.length > 0,
    verdict: version.verdict,
  };
  return { commands: verifyCommands(input), commandNotes: commandNotes(input) };
}

/** Are the proven signatures all cosign 2's in OCI 1.1 referrers? Those hung onto tags have no artifact type. */
function areInReferrers(evidence: EvidenceRow[]): boolean {
  const proven = evidence.filter(
    ({ kind, present, verifications }) =>
      kind === 'signature' &&
      present &&
      verifications.some(({ outcome }) => outcome === 'proven'),
  );
  return (
    proven.length > 0 &&
    proven.every(
      ({ format, artifactType }) =>
        format === 'cosign-legacy' && artifactType !== undefined,
    )
  );
}

function rootPath(id: string): string {
  return `${id}.trusted_root.json`;
}

function idsOf(
  roots: CommandConfig['trust']['roots'],
  which: (root: CommandConfig['trust']['roots'][number]) => boolean,
): string[] {
  return roots.filter(which).map(({ id }) => id);
}

function provenBy(evidence: EvidenceRow[], key: string): Verification[] {
  return evidence
    .filter(({ present }) => present)
    .flatMap(row => row.verifications)
    .filter(
      ({ trust, outcome }) => trust === `key:${key}` && outcome === 'proven',
    );
}

/** Is all that the Ed25519 key signed in the form that cosign verifies? */
function provenAsPlain(evidence: EvidenceRow[], key: string): boolean {
  const proven = provenBy(evidence, key);
  return (
    proven.length > 0 && proven.every(({ prehashed }) => prehashed === false)
  );
}

/** Proven by the key, and by nothing that would vouch for a time. */
function provenWithoutLog(evidence: EvidenceRow[], key: string): boolean {
  const proven = provenBy(evidence, key);
  return (
    proven.length > 0 &&
    proven.every(({ verifiedTimes = [] }) => verifiedTimes.length === 0)
  );
}
