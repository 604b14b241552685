import {
  chartProvenanceConsumerReadPermission,
  chartProvenanceIndexOperatePermission,
  chartProvenanceMigrationPlanPermission,
  chartProvenanceMigrationSignoffPermission,
  CheckEvidence,
  MigrationPlan,
  MigrationState,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import { migrationMarkdown } from 'backstage-plugin-chart-provenance-common/migration';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import {
  DefaultMigrationService,
  JudgedMigration,
} from './DefaultMigrationService';
import { Gatekeeper } from './Gatekeeper';
import { visibleConsumers } from './hideConsumers';
import { MigrationService } from './MigrationService';
import { findUser, userOf } from './userOf';

/**
 * Lets through only what the caller may see and do. Numbers of consumers are told; which they are only where the caller may see
 * them. What holds for a whole registry is every team's matter: to sign it off takes the operator's permission too.
 */
export class AuthorizedMigrationService implements MigrationService {
  readonly #inner: DefaultMigrationService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: DefaultMigrationService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async migration(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<MigrationState> {
    await this.#gate.mayRead(locator.entityRef, options);
    const may = await this.#may(locator.entityRef, options);
    return this.#hide(await this.#inner.migration(locator, may), options);
  }

  async markdown(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<string> {
    const state = await this.migration(locator, options);
    return migrationMarkdown(state, state.reference);
  }

  async signOff(
    locator: ChartLocator,
    checkId: string,
    request: SignOffRequest,
    options: CallerOptions,
  ): Promise<MigrationState> {
    userOf(options);
    await this.#gate.mayRead(locator.entityRef, options);
    await this.#gate.mayOn(
      chartProvenanceMigrationSignoffPermission,
      locator.entityRef,
      options,
    );
    if (this.#inner.item(checkId).scope === 'registry') {
      await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    }
    await this.#inner.signOff(locator, checkId, request, options);
    return this.migration(locator, options);
  }

  async plan(
    locator: ChartLocator,
    plan: MigrationPlan,
    options: CallerOptions,
  ): Promise<MigrationState> {
    userOf(options);
    await this.#gate.mayRead(locator.entityRef, options);
    await this.#gate.mayOn(
      chartProvenanceMigrationPlanPermission,
      locator.entityRef,
      options,
    );
    await this.#inner.plan(locator, plan, options);
    return this.migration(locator, options);
  }

  async #may(
    entityRef: string,
    options: CallerOptions,
  ): Promise<MigrationState['may']> {
    if (findUser(options) === undefined) {
      return { signOff: false, plan: false };
    }
    const [signOff, plan] = await Promise.all([
      this.#gate.isAllowedOn(
        chartProvenanceMigrationSignoffPermission,
        entityRef,
        options,
      ),
      this.#gate.isAllowedOn(
        chartProvenanceMigrationPlanPermission,
        entityRef,
        options,
      ),
    ]);
    return { signOff, plan };
  }

  async #hide(
    { state, consumers }: JudgedMigration,
    options: CallerOptions,
  ): Promise<MigrationState> {
    const mayKnow = await this.#gate.isAllowed(
      chartProvenanceConsumerReadPermission,
      options,
    );
    const rows = mayKnow
      ? await visibleConsumers(consumers, this.#gate, options)
      : [];
    const visible = new Set(rows.map(({ id }) => id));
    const isShown = ({ link }: CheckEvidence) =>
      link?.to !== 'consumer' || visible.has(link.id);
    return {
      ...state,
      checks: state.checks.map(check => {
        const evidence = check.evidence.filter(isShown);
        const hidden = check.evidence.length - evidence.length;
        return {
          ...check,
          evidence,
          moreEvidence: check.moreEvidence + hidden,
        };
      }),
    };
  }
}
