// Times are ISO 8601 text in UTC with milliseconds (`2026-11-22T19:00:00.000Z`) in both databases: such text sorts like
// the time it names, needs no driver-specific parsing, and is what the API answers with. Structured values are JSON text.
// Columns compared or ordered byte by byte carry the "C" collation on PostgreSQL, which is what SQLite does anyway.

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
const createInventory = async knex => {
  await knex.schema.createTable('charts', table => {
    table.comment(
      'Chart repositories that are or were known, and where their index stands',
    );
    table.string('chart_id', 16).primary();
    table.text('registry').notNullable();
    table.text('repository').notNullable();
    table
      .text('owner')
      .nullable()
      .comment('Entity ref; null when unclaimed or in conflict');
    table
      .string('known_by', 16)
      .notNullable()
      .comment('rule, convention or claim');
    table.text('expected_source').nullable();
    table.text('policies').notNullable().comment('JSON array of policy names');
    table
      .text('requested_policies')
      .notNullable()
      .comment('JSON array: asked for by the owner in addition');
    table
      .text('conflict')
      .notNullable()
      .comment('JSON array of claimants in conflict');
    table
      .boolean('claimed')
      .notNullable()
      .comment('False: nothing claims it any more, so it is not read');
    table.string('state', 16).notNullable();
    table.integer('tags_seen').notNullable().defaultTo(0);
    table.integer('versions_done').notNullable().defaultTo(0);
    table.string('first_seen_at', 24).notNullable();
    table.string('last_attempt_at', 24).nullable();
    table.string('last_success_at', 24).nullable();
    table.string('failing_since', 24).nullable();
    table.text('problem').nullable().comment('JSON: code, message, side');
    table
      .string('result_hash', 64)
      .nullable()
      .comment('Hash of what the last walk saw');
    table
      .string('judge_hash', 64)
      .nullable()
      .comment('Hash of the inputs of the present verdicts; null: judge again');
    table.index(['owner'], 'charts_owner_idx');
    table.index(['judge_hash'], 'charts_judge_hash_idx');
  });
  await knex.schema.createTable('entities', table => {
    table.comment('Entities with charts or with problems in their claims');
    table.text('entity_ref').primary();
    table.text('problems').notNullable().comment('JSON array');
  });
  await knex.schema.createTable('entity_charts', table => {
    table.comment(
      'Charts shown on an entity: those it owns, and those it claims in conflict with others',
    );
    table.text('entity_ref').notNullable();
    table
      .string('chart_id', 16)
      .notNullable()
      .references('charts.chart_id')
      .onDelete('CASCADE');
    table.primary(['entity_ref', 'chart_id']);
  });
};

/** @param {import('knex').Knex} knex */
const createVersions = async knex => {
  await knex.schema.createTable('versions', table => {
    table.comment(
      'Chart versions: manifest digests in a repository. Never deleted by a failed read',
    );
    table
      .string('chart_id', 16)
      .notNullable()
      .references('charts.chart_id')
      .onDelete('CASCADE');
    bytewise(knex, table, 'digest').notNullable();
    table.text('descriptor').notNullable().comment('JSON');
    table.text('name').notNullable();
    table
      .text('version')
      .notNullable()
      .comment('From the chart config; empty when it could not be read');
    table.text('app_version').nullable();
    table.text('chart_layer_digest').nullable();
    table
      .text('provenance_layer')
      .nullable()
      .comment('JSON descriptor of a Helm provenance file');
    table.text('published_at').nullable();
    table.boolean('prerelease').notNullable();
    bytewise(knex, table, 'sort_key')
      .notNullable()
      .comment('Orders like semver precedence');
    table
      .text('search')
      .notNullable()
      .comment('Version and digest in lower case');
    table.text('facts').notNullable().comment('JSON');
    table
      .text('problem')
      .nullable()
      .comment('JSON: why it is not readable as a chart');
    table
      .text('undecoded')
      .nullable()
      .comment('JSON array: referrers listed but not read yet');
    table.boolean('tagged').notNullable().comment('A tag points here now');
    table.string('referrers_read_at', 24).nullable();
    bytewise(knex, table, 'first_seen_at').notNullable();
    table.primary(['chart_id', 'digest']);
    table.index(
      ['chart_id', 'sort_key', 'first_seen_at', 'digest'],
      'versions_order_idx',
    );
  });
  await knex.schema.createTable('tags', table => {
    table.comment('What each tag points at, as last seen');
    table
      .string('chart_id', 16)
      .notNullable()
      .references('charts.chart_id')
      .onDelete('CASCADE');
    table.text('tag').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.boolean('present').notNullable();
    table
      .integer('moves')
      .notNullable()
      .comment('How often it pointed elsewhere before');
    table
      .string('change', 16)
      .notNullable()
      .comment('How it came to point here');
    table
      .text('rolled_back_from')
      .nullable()
      .comment('The version it fell from; null once it is there again');
    table.string('resolved_at', 24).notNullable();
    table.primary(['chart_id', 'tag']);
    table.index(['chart_id', 'digest'], 'tags_digest_idx');
  });
  await knex.schema.createTable('tag_observations', table => {
    table.comment('Every digest a tag ever had. Rows are only ever added');
    table.bigIncrements('id');
    table
      .string('chart_id', 16)
      .notNullable()
      .references('charts.chart_id')
      .onDelete('CASCADE');
    table.text('tag').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.text('version').nullable();
    table.text('chart_layer_digest').nullable();
    table.string('change', 16).notNullable();
    table.string('seen_at', 24).notNullable();
    table
      .string('previous_seen_at', 24)
      .nullable()
      .comment('When the observation before this one last held');
    table.index(['chart_id', 'tag'], 'tag_observations_tag_idx');
    table.index(['chart_id', 'digest'], 'tag_observations_digest_idx');
  });
};

/** @param {import('knex').Knex} knex */
const createEvidence = async knex => {
  await knex.schema.createTable('evidence', table => {
    table.comment(
      'Decoded referrers, not judged. They belong to a repository and a subject and are never lent',
    );
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'subject').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.text('evidence').notNullable().comment('JSON');
    table
      .boolean('present')
      .notNullable()
      .comment('False: a successful listing no longer showed it');
    table
      .string('material_hash', 64)
      .nullable()
      .comment('Trust material it was last verified under; null: not yet');
    table.string('first_seen_at', 24).notNullable();
    table.primary(['chart_id', 'subject', 'digest']);
    table
      .foreign(['chart_id', 'subject'], 'evidence_version_fk')
      .references(['chart_id', 'digest'])
      .inTable('versions')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('evidence_bytes', table => {
    table.comment('Bytes of evidence of at most 256 KiB, gzip');
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'subject').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.binary('content').notNullable();
    table.primary(['chart_id', 'subject', 'digest']);
    table
      .foreign(['chart_id', 'subject', 'digest'], 'evidence_bytes_fk')
      .references(['chart_id', 'subject', 'digest'])
      .inTable('evidence')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('verifications', table => {
    table.comment('Cryptographic outcomes, one for each trust root or key');
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'subject').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.text('trust').notNullable();
    table.text('verification').notNullable().comment('JSON');
    table.primary(['chart_id', 'subject', 'digest', 'trust']);
    table
      .foreign(['chart_id', 'subject', 'digest'], 'verifications_fk')
      .references(['chart_id', 'subject', 'digest'])
      .inTable('evidence')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('verdicts', table => {
    table.comment(
      'The present verdict of each version, before freshness is taken into account',
    );
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.string('status', 16).notNullable();
    table.text('verdict').notNullable().comment('JSON');
    table.text('verdict_key').notNullable();
    table.text('sbom').nullable().comment('JSON for the list');
    table.text('provenance').nullable().comment('JSON for the list');
    table.string('decided_at', 24).notNullable();
    table.string('last_verified_at', 24).nullable();
    table.primary(['chart_id', 'digest']);
    table.index(['chart_id', 'status'], 'verdicts_status_idx');
    table
      .foreign(['chart_id', 'digest'], 'verdicts_version_fk')
      .references(['chart_id', 'digest'])
      .inTable('versions')
      .onDelete('CASCADE');
  });
};

/** @param {import('knex').Knex} knex */
const createWork = async knex => {
  await knex.schema.createTable('work_queue', table => {
    table.comment(
      'Work shared by all replicas; a row is leased to one process at a time',
    );
    table.string('key', 64).primary();
    table.string('kind', 16).notNullable();
    table
      .text('host')
      .notNullable()
      .comment('Registry host; empty when none is contacted');
    table.string('due_at', 24).notNullable();
    table.string('leased_until', 24).nullable();
    table.string('lease_token', 36).nullable();
    table
      .boolean('rerun')
      .notNullable()
      .comment('Asked for again while it was leased');
    table.integer('attempts').notNullable().comment('Failures in a row');
    table.string('failing_since', 24).nullable();
    table.text('last_problem').nullable().comment('JSON');
    table.index(['host', 'due_at'], 'work_queue_due_idx');
  });
  await knex.schema.createTable('registry_hosts', table => {
    table.comment(
      'Registries that are not answering, and until when they are left alone',
    );
    table.text('host').primary();
    table.integer('failures').notNullable();
    table.string('backing_off_until', 24).notNullable();
    table.text('last_problem').notNullable();
  });
  await knex.schema.createTable('index_state', table => {
    table.comment(
      'Single facts about the index, e.g. when the catalog was last read',
    );
    table.string('key', 64).primary();
    table.text('value').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createInventory(knex);
  await createVersions(knex);
  await createEvidence(knex);
  await createWork(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const tables = [
    'index_state',
    'registry_hosts',
    'work_queue',
    'verdicts',
    'verifications',
    'evidence_bytes',
    'evidence',
    'tag_observations',
    'tags',
    'versions',
    'entity_charts',
    'entities',
    'charts',
  ];
  for (const table of tables) {
    await knex.schema.dropTable(table);
  }
};
