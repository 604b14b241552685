import { SbomQuery, SbomRow } from '../api/sbomTypes';

/**
 * The rows that a query asks for. A licence must be written as the component writes it; an empty one asks for those that say none.
 *
 * @public
 */
export function filterRows(
  rows: readonly SbomRow[],
  query: Pick<SbomQuery, 'filter' | 'licence' | 'kind' | 'change'>,
): SbomRow[] {
  const { filter = '', licence, kind, change } = query;
  const wanted = filter.toLowerCase();
  return rows.filter(
    row =>
      (kind === undefined || row.kind === kind) &&
      (change === undefined || row.change === change) &&
      (licence === undefined || hasLicence(row, licence)) &&
      (wanted === '' || textsOf(row).some(text => contains(text, wanted))),
  );
}

function hasLicence({ licences }: SbomRow, licence: string): boolean {
  return licence === '' ? licences.length === 0 : licences.includes(licence);
}

function textsOf({ name, version, purl, licences }: SbomRow): string[] {
  return [name, version, purl ?? '', ...licences];
}

function contains(text: string, lowerCase: string): boolean {
  return text.toLowerCase().includes(lowerCase);
}
