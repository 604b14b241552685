import {
  MigrationPlan,
  MigrationState,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';

/** Answers how far a chart's migration is, and takes what only people can say about it. */
export interface MigrationService {
  migration(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<MigrationState>;
  /** The same as Markdown, for people who cannot open the page. */
  markdown(locator: ChartLocator, options: CallerOptions): Promise<string>;
  /** Users only. @throws InputError for a check that is not signed off by people, or a request that does not hold together. */
  signOff(
    locator: ChartLocator,
    checkId: string,
    request: SignOffRequest,
    options: CallerOptions,
  ): Promise<MigrationState>;
  /** Users only. @throws InputError with every field that is wrong. */
  plan(
    locator: ChartLocator,
    plan: MigrationPlan,
    options: CallerOptions,
  ): Promise<MigrationState>;
}
