// Times are ISO 8601 text, structured values JSON text, and text compared byte by byte carries the "C" collation, as before.
// What others write and what may be long is found by a hash of it: a long value cannot be a key in an index of PostgreSQL.

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client.includes('pg');

/**
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const bytewise = (knex, table, name) =>
  table.specificType(name, isPostgres(knex) ? 'text COLLATE "C"' : 'text');

/** @param {import('knex').Knex} knex */
const createConsumers = async knex => {
  await knex.schema.createTable('consumer_sources', table => {
    table.comment('Places where consumers are looked for, and how that went');
    table.text('source_id').primary();
    table.text('provider').notNullable();
    table
      .string('work_key', 64)
      .notNullable()
      .comment('Row of the work queue that reads it');
    table.text('title').notNullable();
    table.text('cluster').nullable();
    table
      .text('unreadable')
      .nullable()
      .comment('JSON: why it exists and cannot be tried');
    table
      .text('listing_problem')
      .nullable()
      .comment('JSON: why its provider could not list its sources');
    table.string('listing_failing_since', 24).nullable();
    table.string('last_attempt_at', 24).nullable();
    table
      .string('read_at', 24)
      .nullable()
      .comment('The last reading that saw anything, complete or not');
    table
      .string('last_success_at', 24)
      .nullable()
      .comment('The last complete reading');
    table.text('problem').nullable().comment('JSON: message, fix');
    table.string('failing_since', 24).nullable();
    table
      .text('documents')
      .notNullable()
      .comment('JSON array: documents that could not be read, the first 20');
    table.integer('document_problems').notNullable();
    table
      .string('result_hash', 64)
      .nullable()
      .comment('Hash of what the last reading saw; null: compare row by row');
    table.index(['provider'], 'consumer_sources_provider_idx');
    table.unique(['work_key'], { indexName: 'consumer_sources_work_key_idx' });
  });
  await knex.schema.createTable('consumers', table => {
    table.comment('Uses of charts, as their sources showed them');
    table.string('id', 16).primary();
    table
      .text('source_id')
      .notNullable()
      .references('consumer_sources.source_id')
      .onDelete('CASCADE');
    table
      .string('chart_id', 16)
      .nullable()
      .comment('The chart meant; it may be in no inventory');
    table.text('registry').nullable().comment('As written');
    table.text('repository').nullable();
    table
      .string('legacy_id', 16)
      .nullable()
      .comment('Hash of the legacy chart meant');
    table.text('legacy_url').nullable();
    table.text('legacy_name').nullable();
    table.text('environment').nullable();
    table.text('cluster').nullable();
    table.text('reading').notNullable().comment('JSON');
    table.text('labels').notNullable().comment('JSON array of label values');
    table
      .string('result_hash', 64)
      .notNullable()
      .comment('Hash of all of the above');
    table.string('first_seen_at', 24).notNullable();
    table
      .boolean('stale')
      .notNullable()
      .comment('The last reading of its source was not complete without it');
    table
      .string('seen_at', 24)
      .nullable()
      .comment('When it was last seen, if stale; else its source was read_at');
    table.index(['source_id'], 'consumers_source_idx');
    table.index(['chart_id'], 'consumers_chart_idx');
    table.index(['legacy_id'], 'consumers_legacy_idx');
  });
  await knex.schema.createTable('consumer_owner_keys', table => {
    table.comment('What may lead to the entity that deploys, the surest first');
    table
      .string('consumer_id', 16)
      .notNullable()
      .references('consumers.id')
      .onDelete('CASCADE');
    table.integer('rank').notNullable();
    bytewise(knex, table, 'key').notNullable();
    table
      .text('entity_ref')
      .nullable()
      .comment('Set for a key that names its entity');
    table.primary(['consumer_id', 'rank']);
    table.index(['key'], 'consumer_owner_keys_key_idx');
  });
  await knex.schema.createTable('owner_keys', table => {
    table.comment('What leads to exactly one entity of the catalog');
    bytewise(knex, table, 'key').primary();
    bytewise(knex, table, 'entity_ref').notNullable();
    table.index(['entity_ref'], 'owner_keys_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
const createLegacy = async knex => {
  await knex.schema.createTable('legacy_repositories', table => {
    table.comment('Legacy repositories that are or were read');
    table.text('url').primary();
    table
      .boolean('configured')
      .notNullable()
      .comment('False: the operator no longer lists it, so it is not read');
    table.text('method').nullable();
    table.text('validator').nullable();
    table.string('last_attempt_at', 24).nullable();
    table.string('last_success_at', 24).nullable();
    table.text('problem').nullable().comment('JSON: code, message, fix');
    table.string('failing_since', 24).nullable();
    table
      .string('gone_since', 24)
      .nullable()
      .comment('Since when it answers that there is no index');
    table
      .string('gone_seen_at', 24)
      .nullable()
      .comment('When it last answered so');
    table
      .text('entry_problems')
      .notNullable()
      .comment('JSON array: entries that could not be read, the first 20');
    table.integer('entry_problem_count').notNullable();
    table.bigInteger('bytes').nullable();
  });
  await knex.schema.createTable('legacy_versions', table => {
    table.comment(
      'Versions that a legacy repository lists or ever listed. Never deleted',
    );
    table
      .string('legacy_id', 16)
      .notNullable()
      .comment('Hash of URL and chart name');
    bytewise(knex, table, 'version').notNullable();
    table
      .text('url')
      .notNullable()
      .references('legacy_repositories.url')
      .onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('digest').nullable();
    table.text('created').nullable();
    table.text('archive_url').nullable().comment('As listed. Never fetched');
    table.boolean('deprecated').notNullable();
    table.boolean('present').notNullable();
    table.string('first_seen_at', 24).notNullable();
    table
      .string('vanished_at', 24)
      .nullable()
      .comment('When a good reading first no longer listed it');
    table.primary(['legacy_id', 'version']);
    table.index(['url'], 'legacy_versions_url_idx');
  });
  await knex.schema.createTable('chart_legacy', table => {
    table.comment('Where charts were before they were in a registry');
    table.string('chart_id', 16).notNullable();
    table.string('legacy_id', 16).notNullable();
    table.text('url').notNullable();
    table.text('name').notNullable();
    table.string('known_by', 16).notNullable().comment('rule or claim');
    table.primary(['chart_id', 'legacy_id']);
    table.index(['legacy_id'], 'chart_legacy_legacy_idx');
  });
  await knex.schema.createTable('legacy_consumption', table => {
    table.comment(
      'When consumers that are gone, or moved on, were last seen at a legacy chart',
    );
    table.string('legacy_id', 16).primary();
    table.string('last_seen_at', 24).notNullable();
    table
      .string('left_at', 24)
      .notNullable()
      .comment('When the last of them was first missed: it may be elsewhere');
  });
};

/** @param {import('knex').Knex} knex */
const createDiscovery = async knex => {
  await knex.schema.createTable('registry_listings', table => {
    table.comment('How listing each registry went');
    table.text('host').primary();
    table.text('method').nullable();
    table.string('last_attempt_at', 24).nullable();
    table
      .string('last_success_at', 24)
      .nullable()
      .comment('The last listing that got to its end');
    table.text('problem').nullable().comment('JSON: message, fix');
    table.string('failing_since', 24).nullable();
  });
  await knex.schema.createTable('listed_repositories', table => {
    table.comment('Repositories that a listing showed. Never deleted');
    table.string('chart_id', 16).primary();
    table.text('registry').notNullable();
    bytewise(knex, table, 'repository').notNullable();
    table
      .boolean('present')
      .notNullable()
      .comment('False: a complete listing no longer showed it');
    table.string('first_seen_at', 24).notNullable();
    table.index(['registry'], 'listed_repositories_registry_idx');
  });
  await knex.schema.createTable('mappings', table => {
    table.comment(
      'Who said that an entity owns a chart; the last one counts. Rows are only ever added',
    );
    table.bigIncrements('id');
    table.string('chart_id', 16).notNullable();
    table.text('registry').notNullable();
    table.text('repository').notNullable();
    table.text('entity_ref').nullable().comment('Null takes it back');
    table.text('by').notNullable();
    table.string('at', 24).notNullable();
    table.index(['chart_id'], 'mappings_chart_idx');
  });
};

/** @param {import('knex').Knex} knex */
const createMigration = async knex => {
  await knex.schema.createTable('sign_offs', table => {
    table.comment(
      'What people said about a chart or a registry; the last one of each check counts. Rows are only ever added',
    );
    table.bigIncrements('id');
    table.string('chart_id', 16).nullable().comment('Null: registry-wide');
    table.text('registry').nullable().comment('Null: of one chart');
    table
      .text('owner')
      .nullable()
      .comment(
        'Of one chart: who owned it then. It counts for that owner only',
      );
    table.text('check_id').notNullable();
    table.string('result', 16).notNullable();
    table.text('note').notNullable();
    table.string('expires_on', 10).nullable().comment('Day');
    table.text('by').notNullable();
    table.string('at', 24).notNullable();
    table.index(['chart_id'], 'sign_offs_chart_idx');
    table.index(['registry'], 'sign_offs_registry_idx');
  });
  await knex.schema.createTable('plans', table => {
    table.comment(
      'Plans of migration; the last one of a chart counts. Rows are only ever added',
    );
    table.bigIncrements('id');
    table.string('chart_id', 16).notNullable();
    table.text('owner').nullable().comment('As of sign-offs');
    table.text('plan').notNullable().comment('JSON');
    table.text('by').notNullable();
    table.string('at', 24).notNullable();
    table.index(['chart_id'], 'plans_chart_idx');
  });
  await knex.schema.createTable('phases_reached', table => {
    table.comment('When each phase of a migration was first seen');
    table.string('chart_id', 16).notNullable();
    table
      .string('legacy_id', 16)
      .notNullable()
      .comment('The legacy chart it was reached with; empty: none was known');
    table.string('phase', 32).notNullable();
    table.string('reached_at', 24).notNullable();
    table.primary(['chart_id', 'legacy_id', 'phase']);
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createConsumers(knex);
  await createLegacy(knex);
  await createDiscovery(knex);
  await createMigration(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const tables = [
    'phases_reached',
    'plans',
    'sign_offs',
    'mappings',
    'listed_repositories',
    'registry_listings',
    'legacy_consumption',
    'chart_legacy',
    'legacy_versions',
    'legacy_repositories',
    'owner_keys',
    'consumer_owner_keys',
    'consumers',
    'consumer_sources',
  ];
  for (const table of tables) {
    await knex.schema.dropTable(table);
  }
  // A replica without these tables knows no such work.
  await knex('work_queue')
    .whereIn('kind', ['sources', 'source', 'legacy', 'listing'])
    .delete();
};
