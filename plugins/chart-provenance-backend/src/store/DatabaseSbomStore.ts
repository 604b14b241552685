import { SbomComponent } from 'backstage-plugin-chart-provenance-common';
import { getChart } from './operations/chart/getChart';
import { getSbomComponents } from './operations/sbom/getSbomComponents';
import { readSbomsBefore, readSbomsOf } from './reads/sbom/readSboms';
import { StoreContext } from './reads/StoreContext';
import { SbomStore, VersionSboms } from './SbomStore';
import { unpackComponents } from './unpackComponents';

/** SBOMs in the plugin's database. */
export class DatabaseSbomStore implements SbomStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async ofVersion(
    chartId: string,
    digest: string,
  ): Promise<VersionSboms | undefined> {
    const chart = await getChart(this.#context.database, chartId);
    return chart && readSbomsOf(this.#context, chart, digest);
  }

  async before(
    chartId: string,
    digest: string,
    verified: boolean,
  ): Promise<VersionSboms | undefined> {
    const chart = await getChart(this.#context.database, chartId);
    return chart && readSbomsBefore(this.#context, chart, digest, verified);
  }

  async components(
    chartId: string,
    digest: string,
    evidence: string,
  ): Promise<SbomComponent[] | undefined> {
    const row = await getSbomComponents(this.#context.database, {
      chart_id: chartId,
      subject: digest,
      digest: evidence,
    });
    return row && unpackComponents(row.components);
  }
}
