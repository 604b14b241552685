import { GateLogRow } from 'backstage-plugin-chart-provenance-common';

const COLUMNS: readonly [string, (row: GateLogRow) => unknown][] = [
  ['id', row => row.id],
  ['decidedAt', row => row.decidedAt],
  ['decision', row => row.decision],
  ['proceed', row => row.proceed],
  ['enforced', row => row.enforced],
  ['dryRun', row => row.dryRun],
  ['offline', row => row.offline !== null],
  ['environment', row => row.environment],
  ['reference', row => row.reference],
  ['resolved', row => row.resolved],
  ['version', row => row.version],
  ['entityRef', row => row.entityRef],
  ['verdict', row => row.verdict],
  ['reasons', row => row.reasons.map(({ code }) => code).join(' ')],
  ['messages', row => row.reasons.map(({ message }) => message).join(' ')],
  ['policies', row => row.policies.join(' ')],
  ['policyHash', row => row.policyHash],
  ['trustHash', row => row.trustHash],
  ['evidenceAt', row => row.evidenceAt],
  ['expiresAt', row => row.expiresAt],
  ['caller', row => row.caller],
  ['url', row => row.url],
];

/** The first line of the log as CSV. */
export const CSV_HEADER = `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** A decision as a line of CSV (RFC 4180). What a spreadsheet would take for a formula is made text: publishers and callers wrote it. */
export function csvLineOf(row: GateLogRow): string {
  return `${COLUMNS.map(([, of]) => cellOf(of(row))).join(',')}\r\n`;
}

/** A decision as a line of JSON. */
export function jsonLineOf(row: GateLogRow): string {
  return `${JSON.stringify(row)}\n`;
}

function cellOf(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  // White space before it does not keep a spreadsheet from computing, nor does full width.
  const inert = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
