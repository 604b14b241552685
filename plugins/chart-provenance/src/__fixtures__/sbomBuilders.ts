import {
  SbomChange,
  SbomDocument,
  SbomPage,
  SbomQuery,
  SbomRow,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo, rejectedRow } from './builders';

export const sbomDigest = digestOf(7101);

/** A CycloneDX document of three components, proven. */
export function sbomDocument(
  changes: Partial<SbomDocument> = {},
): SbomDocument {
  return {
    evidence: sbomDigest,
    label: 'CycloneDX 1.6',
    verified: true,
    present: true,
    createdAt: minutesAgo(3 * 24 * 60),
    tools: ['syft 1.20.0'],
    componentCount: 4,
    cut: false,
    problem: null,
    ...changes,
  };
}

/** A package that stayed as it was. */
export function sbomRow(changes: Partial<SbomRow> = {}): SbomRow {
  return {
    name: 'express',
    version: '4.19.2',
    kind: 'package',
    purl: 'pkg:npm/express@4.19.2',
    licences: ['MIT'],
    digest: null,
    change: 'same',
    before: null,
    ...changes,
  };
}

/** One of each change. */
export const sbomRows: SbomRow[] = [
  sbomRow(),
  sbomRow({
    name: 'ghcr.io/acme/payments',
    version: '1.8.2',
    kind: 'image',
    purl: null,
    licences: [],
    digest: digestOf(0x1ace),
    change: 'changed',
    before: { version: '1.8.1', licences: [], digest: digestOf(0x1acd) },
  }),
  sbomRow({
    name: 'left-pad',
    version: '1.3.0',
    licences: ['WTFPL', 'MIT'],
    purl: 'pkg:npm/left-pad@1.3.0',
    change: 'removed',
  }),
  sbomRow({
    name: 'openssl',
    version: '3.5.1',
    licences: ['Apache-2.0'],
    purl: null,
    change: 'added',
  }),
];

/** `count` packages, `package-00000` on. */
export function manySbomRows(count: number): SbomRow[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `package-${String(index).padStart(5, '0')}`;
    return sbomRow({ name, purl: `pkg:npm/${name}@1.0.0`, version: '1.0.0' });
  });
}

/** A page as the backend makes it of `rows`: filtered and cut, with the counts of all. */
export function sbomPage(
  query: SbomQuery = {},
  rows: SbomRow[] = sbomRows,
  changes: Partial<SbomPage> = {},
): SbomPage {
  const compared = query.against !== 'none';
  const found = rows
    .filter(row => compared || row.change !== 'removed')
    .filter(row => !query.filter || row.name.includes(query.filter))
    .filter(row => !query.kind || row.kind === query.kind)
    .filter(row => !query.change || row.change === query.change)
    .filter(
      ({ licences }) =>
        query.licence === undefined ||
        (query.licence === ''
          ? licences.length === 0
          : licences.includes(query.licence)),
    )
    .map(row => (compared ? row : { ...row, change: null, before: null }));
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? 100);
  const counted = (change: SbomChange) =>
    rows.filter(row => row.change === change).length;
  return {
    documents: [sbomDocument({ componentCount: rows.length })],
    shown: sbomDigest,
    against: compared
      ? { digest: rejectedRow.digest, version: '1.8.1', verified: true }
      : null,
    items: found.slice(start, end),
    total: found.length,
    nextCursor: end < found.length ? String(end) : null,
    changes: compared
      ? {
          added: counted('added'),
          removed: counted('removed'),
          changed: counted('changed'),
          same: counted('same'),
        }
      : null,
    licences: [
      { licence: 'MIT', count: 2 },
      { licence: 'Apache-2.0', count: 1 },
      { licence: null, count: 1 },
    ],
    kinds: { package: 3, image: 1, chart: 0, other: 0 },
    ...changes,
  };
}

/** A version without any SBOM. */
export const noSbom: SbomPage = {
  documents: [],
  shown: null,
  against: null,
  items: [],
  total: 0,
  nextCursor: null,
  changes: null,
  licences: [],
  kinds: { package: 0, image: 0, chart: 0, other: 0 },
};
