import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { listOf, member, textOf, timeOf } from '../../evidence';
import { tally } from './tally';

/**
 * The vulnerabilities that a bill of materials may carry: with an analysis it is a VEX document as well.
 *
 * @see https://cyclonedx.org/capabilities/vex/
 */
export function readCycloneDxFindings(
  predicate: unknown,
): PredicateFacts | undefined {
  const findings = listOf(predicate, 'vulnerabilities');
  if (findings.length === 0) {
    return undefined;
  }
  const analysed = findings.flatMap(
    finding => textOf(member(finding, 'analysis'), 'state') || [],
  );
  const issuedAt = timeOf(member(predicate, 'metadata'), 'timestamp');
  const severities = findings.map(finding =>
    textOf(listOf(finding, 'ratings')[0], 'severity'),
  );
  return {
    vulnerabilities: {
      count: findings.length,
      bySeverity: tally(severities).map(([severity, count]) => ({
        severity,
        count,
      })),
    },
    ...(analysed.length > 0
      ? {
          exploitability: {
            ...(issuedAt ? { issuedAt } : {}),
            count: analysed.length,
            byStatus: tally(analysed).map(([status, count]) => ({
              status,
              count,
            })),
          },
        }
      : {}),
  };
}
