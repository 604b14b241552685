import { NotFoundError } from '@backstage/errors';
import {
  countKinds,
  countLicences,
  filterRows,
  SbomDocument,
  SbomPage,
  SbomQuery,
  SbomRow,
} from 'backstage-plugin-chart-provenance-common';
import { SbomStore, VersionSboms } from '../../store';
import { noSuchChart } from '../chartOf';
import { Comparison, Comparisons } from './Comparisons';
import { decodeSbomCursor, encodeSbomCursor } from './sbomCursor';

const DEFAULT_LIMIT = 100;
const UNREADABLE =
  'What is kept of it could not be read; it is read again when its evidence is.';

/** A version of a chart. */
interface Version {
  chartId: string;
  digest: string;
}

/** What a document is compared with. */
interface Other {
  evidence: string;
  against: NonNullable<SbomPage['against']>;
}

const NOTHING = {
  rows: [],
  changes: null,
  licences: countLicences([]),
  kinds: countKinds([]),
};

/** Answers what is in the SBOM of a version, and how it differs from another's. */
export class SbomReader {
  readonly #sboms: SbomStore;
  readonly #comparisons = new Comparisons();

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
    if (!chosen || chosen.problem !== null) {
      return this.#answer(own, chosen, undefined, NOTHING, query);
    }
    const other = await this.#other(version, chosen, query.against);
    const comparison =
      (await this.#compare(version, chosen, other)) ??
      // What it is compared with is damaged: it is told all the same.
      (other && (await this.#compare(version, chosen, undefined)));
    const shown = comparison ? chosen : { ...chosen, problem: UNREADABLE };
    const documents = own.documents.map(document =>
      document === chosen ? shown : document,
    );
    return this.#answer(
      { ...own, documents },
      shown,
      comparison?.changes ? other : undefined,
      comparison ?? NOTHING,
      query,
    );
  }

  #answer(
    { documents }: VersionSboms,
    shown: SbomDocument | undefined,
    other: Other | undefined,
    { rows, ...counts }: Comparison,
    query: SbomQuery,
  ): SbomPage {
    return {
      documents,
      shown: shown?.evidence ?? null,
      against: other?.against ?? null,
      ...pageOf(rows, query, [
        shown?.evidence,
        other?.against.digest,
        other?.evidence,
      ]),
      ...counts,
    };
  }

  #compare(
    { chartId, digest }: Version,
    { evidence }: SbomDocument,
    other: Other | undefined,
  ): Promise<Comparison | undefined> {
    const key = [
      chartId,
      digest,
      evidence,
      other?.against.digest,
      other?.evidence,
    ].join(' ');
    return this.#comparisons.of(key, async () => {
      const own = await this.#sboms.components(chartId, digest, evidence);
      const older =
        other &&
        (await this.#sboms.components(
          chartId,
          other.against.digest,
          other.evidence,
        ));
      return own && (!other || older)
        ? { own, older: older ?? null }
        : undefined;
    });
  }

  /** What the document is compared with: of the same format where there is a choice, for two tools do not tell one thing alike. */
  async #other(
    { chartId, digest }: Version,
    document: SbomDocument,
    against: string | undefined,
  ): Promise<Other | undefined> {
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
    return (
      chosen && {
        evidence: chosen.evidence,
        against: {
          digest: before.digest,
          version: before.version,
          verified: chosen.verified,
        },
      }
    );
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
