import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { listOf, member, textOf, timeOf } from '../../evidence';
import { tally } from './tally';

/** @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export function readOpenVex(predicate: unknown): PredicateFacts | undefined {
  if (!Array.isArray(member(predicate, 'statements'))) {
    return undefined;
  }
  const statements = listOf(predicate, 'statements');
  const author = textOf(predicate, 'author');
  const issuedAt =
    timeOf(predicate, 'last_updated') ?? timeOf(predicate, 'timestamp');
  return {
    label: 'OpenVEX',
    exploitability: {
      ...(author ? { author } : {}),
      ...(issuedAt ? { issuedAt } : {}),
      count: statements.length,
      byStatus: tally(
        statements.map(statement => textOf(statement, 'status')),
      ).map(([status, count]) => ({ status, count })),
    },
  };
}
