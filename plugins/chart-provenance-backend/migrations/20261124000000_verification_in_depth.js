// Times are ISO 8601 text, structured values JSON text, and text compared byte by byte carries the "C" collation, as before.

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client.includes('pg');

/**
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
const bytewise = (knex, table, name) =>
  table.specificType(name, isPostgres(knex) ? 'text COLLATE "C"' : 'text');

/**
 * What was shown as unsupported, or as too large, can be read now; and of raw SBOMs nothing was read. It is fetched again by the next walk, and
 * until then its versions are not said to have been read whole.
 */
const READ_AGAIN = [
  '%"format":"notation"%',
  '%"format":"sigstore-bundle-other"%',
  '%"format":"raw"%',
  '%"code":"evidence-too-large"%',
  '%"code":"unsupported-format"%',
];

/** @param {import('knex').Knex} knex */
const readAgain = knex =>
  knex('evidence')
    .where('present', true)
    .where(query => {
      READ_AGAIN.forEach(pattern => query.orWhere('evidence', 'like', pattern));
      // A bundle that signs the manifest itself has no predicate type.
      query.orWhere(message =>
        message
          .where('evidence', 'like', '%"format":"sigstore-bundle-v0.3"%')
          .whereNot('evidence', 'like', '%"predicateType"%'),
      );
    })
    .update({ material_hash: null });

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await readAgain(knex);
  await knex.schema.alterTable('verdicts', table => {
    bytewise(knex, table, 'roots')
      .nullable()
      .comment(
        'Ids of the trust roots it stands on, each between blanks; null: not known',
      );
  });
  await knex.schema.createTable('trust_metadata', table => {
    table.comment(
      'Signed metadata of refreshed trust roots, never rolled back',
    );
    table
      .string('source', 64)
      .primary()
      .comment('Hash of where it is from: repository, target and first root');
    table.text('root_id').notNullable().comment('Id in the configuration');
    table
      .string('first_seen_at', 24)
      .notNullable()
      .comment('Since when it is configured here');
    table
      .text('metadata')
      .nullable()
      .comment('JSON: the newest signed bytes of each TUF role, base64');
    table
      .text('trusted_root')
      .nullable()
      .comment('JSON: the trusted_root.json that the metadata vouches for');
    table
      .string('material_hash', 64)
      .nullable()
      .comment('SHA-256 of trusted_root');
    table
      .bigInteger('root_version')
      .nullable()
      .comment('Of the newest root of TUF; only ever grows');
    table
      .bigInteger('timestamp_version')
      .nullable()
      .comment(
        'Of the newest signed timestamp; only ever grows under one root of TUF',
      );
    table
      .string('signed_since', 24)
      .nullable()
      .comment('When that timestamp version was first seen here');
    table
      .string('clock_seen_at', 24)
      .notNullable()
      .comment('The latest time that any replica has seen; only ever grows');
    table.string('last_success_at', 24).nullable();
    table.string('last_attempt_at', 24).nullable();
    table.string('next_try_at', 24).nullable();
    table.text('problem').nullable();
    table.string('failing_since', 24).nullable();
  });
  await knex.schema.createTable('sboms', table => {
    table.comment(
      'Components of SBOMs, one document for each piece of evidence',
    );
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'subject').notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.text('label').notNullable();
    table.string('created_at', 40).nullable().comment('As written, a hint');
    table.text('tools').notNullable().comment('JSON array');
    table.integer('component_count').notNullable();
    table.boolean('cut').notNullable();
    table.text('problem').nullable();
    table
      .binary('components')
      .notNullable()
      .comment('JSON array of components, gzip');
    table
      .boolean('vouched')
      .notNullable()
      .defaultTo(false)
      .comment('Proven by the very signer that the verdict names');
    table.primary(['chart_id', 'subject', 'digest']);
    table
      .foreign(['chart_id', 'subject', 'digest'], 'sboms_fk')
      .references(['chart_id', 'subject', 'digest'])
      .inTable('evidence')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('distrusted_versions', table => {
    table.comment(
      'Versions that an entry of the distrust list reaches; written with their verdicts',
    );
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.string('entry_id', 64).notNullable();
    table.primary(['entry_id', 'chart_id', 'digest']);
    table.index(['chart_id', 'digest'], 'distrusted_versions_version_idx');
    table
      .foreign(['chart_id', 'digest'], 'distrusted_versions_fk')
      .references(['chart_id', 'digest'])
      .inTable('versions')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('distrust_seen', table => {
    table.comment(
      'Entries of the distrust list that the audit log was told of',
    );
    table.string('entry_id', 64).primary();
    table.string('entry_hash', 64).notNullable();
    table.string('seen_at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  // A replica without this migration could not do that work.
  await knex('work_queue').where('kind', 'trust').delete();
  await knex.schema.dropTable('distrust_seen');
  await knex.schema.dropTable('distrusted_versions');
  await knex.schema.dropTable('sboms');
  await knex.schema.dropTable('trust_metadata');
  await knex.schema.alterTable('verdicts', table => {
    table.dropColumn('roots');
  });
};
