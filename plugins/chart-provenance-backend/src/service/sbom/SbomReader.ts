import { NotFoundError } from '@backstage/errors';
import {
  compareComponents,
  countChanges,
  countKinds,
  countLicences,
  filterRows,
  SbomComponent,
  SbomDocument,
  SbomPage,
  SbomQuery,
  SbomRow,
} from 'backstage-plugin-chart-provenance-common';
import { SbomStore, VersionSboms } from '../../store';
import { noSuchChart } from '../chartOf';
import { decodeSbomCursor, encodeSbomCursor } from './sbomCursor';

const DEFAULT_LIMIT = 100;
const UNREADABLE =
  'What is kept of it could not be read; it is read again when its evidence is.';

/** A version of a chart. */
interface Version {
  chartId: string;
  digest: string;
}

/** A document with its components. */
interface Shown {
  document: SbomDocument;
  components: SbomComponent[];
}

/** Answers what is in the SBOM of a version, and how it differs from another's. */
export class SbomReader {
  readonly #sboms: SbomStore;

  constructor(sboms: SbomStore) {
    this.#sboms = sboms;
  }

  /** @throws NotFoundError for a version or document that is not there; InputError for a cursor of another list. */
  async page(version: Version, query: SbomQuery): Promise<SbomPage> {
    const { chartId, digest } = version;
    const own = await this.#sboms.ofVersion(chartId, digest);
    if (!own) {
      throw noSuchChart();
    }
    const chosen = chosenOf(own, query.evidence);
    const shown = chosen && (await this.#read(version, chosen));
    const readable = shown !== undefined && shown.document.problem === null;
    const other = readable
      ? await this.#other(version, shown, query.against)
      : undefined;
    const rows = compareComponents(
      shown?.components ?? [],
      other?.components ?? null,
    );
    return {
      documents: own.documents.map(document =>
        document === chosen && shown ? shown.document : document,
      ),
      shown: chosen?.evidence ?? null,
      against: other?.against ?? null,
      ...pageOf(rows, query, [
        chosen?.evidence,
        other?.against.digest,
        other?.evidence,
      ]),
      changes: other ? countChanges(rows) : null,
      licences: countLicences(shown?.components ?? []),
      kinds: countKinds(shown?.components ?? []),
    };
  }

  /** What the document is compared with: of the same format where there is a choice, for two tools do not tell one thing alike. */
  async #other(
    { chartId, digest }: Version,
    { document }: Shown,
    against: string | undefined,
  ) {
    if (against === 'none') {
      return undefined;
    }
    const before =
      against === undefined
        ? await this.#sboms.before(chartId, digest, document.verified)
        : await this.#sboms.ofVersion(chartId, against);
    if (!before) {
      if (against !== undefined) {
        throw new NotFoundError('No such version to compare with');
      }
      return undefined;
    }
    const chosen = counterpartOf(document, before.documents);
    const components =
      chosen &&
      (await this.#sboms.components(chartId, before.digest, chosen.evidence));
    return chosen && components
      ? {
          components,
          evidence: chosen.evidence,
          against: {
            digest: before.digest,
            version: before.version,
            verified: chosen.verified,
          },
        }
      : undefined;
  }

  async #read(
    { chartId, digest }: Version,
    document: SbomDocument,
  ): Promise<Shown> {
    if (document.problem !== null) {
      return { document, components: [] };
    }
    const { evidence } = document;
    const components = await this.#sboms.components(chartId, digest, evidence);
    return components
      ? { document, components }
      : { document: { ...document, problem: UNREADABLE }, components: [] };
  }
}

function chosenOf(
  { documents }: VersionSboms,
  evidence: string | undefined,
): SbomDocument | undefined {
  if (evidence === undefined) {
    return documents[0];
  }
  const found = documents.find(document => document.evidence === evidence);
  if (!found) {
    throw new NotFoundError('No such SBOM of this version');
  }
  return found;
}

function counterpartOf(
  { label }: SbomDocument,
  documents: readonly SbomDocument[],
): SbomDocument | undefined {
  const readable = documents.filter(
    ({ problem, present }) => problem === null && present,
  );
  const [best] = readable;
  const alike = readable.find(
    document =>
      formatOf(document.label) === formatOf(label) &&
      document.verified === best.verified,
  );
  return alike ?? best;
}

function formatOf(label: string): string {
  return label.split(/[ -]/, 1)[0];
}

function pageOf(
  rows: readonly SbomRow[],
  query: SbomQuery,
  of: readonly (string | undefined)[],
): Pick<SbomPage, 'items' | 'total' | 'nextCursor'> {
  const matching = filterRows(rows, query);
  const start = query.cursor ? decodeSbomCursor(query.cursor, of) : 0;
  const end = start + (query.limit ?? DEFAULT_LIMIT);
  return {
    items: matching.slice(start, end),
    total: matching.length,
    nextCursor: end < matching.length ? encodeSbomCursor(end, of) : null,
  };
}
