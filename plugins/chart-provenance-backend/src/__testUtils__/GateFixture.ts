import { TestDatabases } from '@backstage/backend-test-utils';
import {
  GateDecision,
  GateReasonCode,
  GateRequest,
} from 'backstage-plugin-chart-provenance-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Test } from 'supertest';
import { CI, digestOf, startGateCompany } from './gateCompany';
import { RunningPlugin } from './startPlugin';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** SQLite, and PostgreSQL 15 where one is there. */
export function gateDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: process.env[POSTGRES] ? ['SQLITE_3', 'POSTGRES_15'] : ['SQLITE_3'],
  });
}

const GATE = {
  requestsPerMinute: 400,
  environments: [
    { name: 'production', requireDigest: true },
    { name: 'keyed', policies: 'acme-key' },
    { name: 'soon', enforceFrom: '2999-01-01' },
  ],
};

/** A version of payments that is verified. */
export const GOOD = `@${digestOf('payments', '1.8.2')}`;

export const codesOf = ({ reasons }: GateDecision): GateReasonCode[] =>
  reasons.map(({ code }) => code);

/** The gate of the example company, to be asked; it is started before the tests and stopped after them. */
export class GateFixture {
  knex!: Knex;
  company!: Awaited<ReturnType<typeof startGateCompany>>;
  plugin!: RunningPlugin;

  constructor(private readonly open: () => Promise<Knex>) {
    beforeAll(async () => {
      this.knex = await this.open();
      this.company = await startGateCompany({
        knex: this.knex,
        gate: GATE,
        charts: ['payments', 'ledger', 'inventory'],
      });
      this.plugin = await this.company.start();
    });
    afterEach(() => this.company.registry.setFaults([]));
    afterAll(async () => {
      await this.plugin.stop();
      await this.company.close();
    });
  }

  /** Starts the backend anew over the same database, with more that is not trusted. */
  async restart(distrust: JsonObject[]): Promise<void> {
    await this.plugin.stop();
    this.plugin = await this.company.start(distrust);
  }

  get(path: string, as: string): Test {
    return this.plugin.request('get', path).set('Authorization', as);
  }

  ask(request: object, as = CI): Test {
    return this.plugin
      .request('post', '/gate')
      .set('Authorization', as)
      .send(request);
  }

  /** Status and decision for a version of a chart. */
  async decide(
    version: string,
    extra: Partial<GateRequest> = {},
    name = 'payments',
  ): Promise<[number, GateDecision]> {
    const reference = this.company.referenceOf(name, version);
    const { status, body } = await this.ask({ reference, ...extra });
    return [status, body];
  }
}
