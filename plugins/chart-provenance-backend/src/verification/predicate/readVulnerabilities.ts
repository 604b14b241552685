import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { listOf, member, textOf, timeOf } from '../../evidence';
import { tally } from './tally';

/**
 * A scan as cosign and in-toto wrap it. cosign leaves the result to the scanner: those of Trivy and Grype are read; of another no
 * numbers are told, for no findings found is not the same as none there.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/COSIGN_VULN_ATTESTATION_SPEC.md
 * @see https://github.com/in-toto/attestation/blob/main/spec/predicates/vulns_0.2.md
 */
export function readVulnerabilities(
  predicate: unknown,
): PredicateFacts | undefined {
  const scanner = member(predicate, 'scanner');
  if (typeof scanner !== 'object' || scanner === null) {
    return undefined;
  }
  const metadata =
    member(predicate, 'metadata') ?? member(predicate, 'scanMetadata');
  const scannedAt =
    timeOf(metadata, 'scanFinishedOn') ?? timeOf(metadata, 'scanStartedOn');
  const name = nameOf(textOf(scanner, 'uri'));
  const severities = severitiesOf(member(scanner, 'result'));
  const facts = { label: name ? `${name} scan` : 'Vulnerability scan' };
  return severities === undefined
    ? facts
    : {
        ...facts,
        vulnerabilities: {
          ...(name
            ? { scanner: `${name} ${textOf(scanner, 'version')}`.trim() }
            : {}),
          ...(scannedAt ? { scannedAt } : {}),
          count: severities.length,
          bySeverity: tally(severities).map(([severity, count]) => ({
            severity,
            count,
          })),
        },
      };
}

function severitiesOf(result: unknown): string[] | undefined {
  if (Array.isArray(result)) {
    return result.map(worded);
  }
  if (Array.isArray(member(result, 'Results'))) {
    return listOf(result, 'Results')
      .flatMap(target => listOf(target, 'Vulnerabilities'))
      .map(finding => textOf(finding, 'Severity'));
  }
  if (Array.isArray(member(result, 'matches'))) {
    return listOf(result, 'matches').map(match =>
      textOf(member(match, 'vulnerability'), 'severity'),
    );
  }
  // Trivy leaves out what is empty, and says so by its version of the schema alone.
  return member(result, 'SchemaVersion') === undefined ? undefined : [];
}

/** in-toto has a score for each method; a number is no severity. */
function worded(finding: unknown): string {
  const vulnerability = member(finding, 'vulnerability') ?? finding;
  const scores = listOf(vulnerability, 'severity')
    .slice(0, 16)
    .map(severity => textOf(severity, 'score'));
  return scores.find(score => /^[a-z]+$/i.test(score)) ?? '';
}

/** `Trivy` of `pkg:github/aquasecurity/trivy@0.50.0` and of `https://github.com/aquasecurity/trivy`. */
function nameOf(uri: string): string {
  const [, name = ''] = /([A-Za-z0-9][\w.-]*)\/?(?:[@?#].*)?$/.exec(uri) ?? [];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
