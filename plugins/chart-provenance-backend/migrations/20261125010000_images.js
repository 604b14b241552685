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

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('chart_images', table => {
    table.comment(
      'The images of chart versions that matter, and where they are read off',
    );
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table
      .text('archive')
      .nullable()
      .comment('JSON: what the chart archive gave; null: it was not read');
    table.text('chosen').notNullable().comment('JSON: ChosenImages');
    table.string('result_hash', 64).notNullable();
    table.string('read_at', 24).notNullable();
    table.primary(['chart_id', 'digest']);
    table
      .foreign(['chart_id', 'digest'], 'chart_images_fk')
      .references(['chart_id', 'digest'])
      .inTable('versions')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('image_uses', table => {
    table.comment('Which version names which image; written with chart_images');
    table.string('chart_id', 16).notNullable();
    bytewise(knex, table, 'digest').notNullable();
    table.integer('position').notNullable();
    bytewise(knex, table, 'name').notNullable().comment('registry/repository');
    bytewise(knex, table, 'tag').nullable();
    bytewise(knex, table, 'image_digest').nullable();
    table.text('written').notNullable();
    table.primary(['chart_id', 'digest', 'position']);
    table.index(['name'], 'image_uses_name_idx');
    table.index(['image_digest'], 'image_uses_digest_idx');
    table
      .foreign(['chart_id', 'digest'], 'image_uses_fk')
      .references(['chart_id', 'digest'])
      .inTable('chart_images')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('image_repositories', table => {
    table.comment('Repositories of images that are looked at');
    bytewise(knex, table, 'name').primary().comment('registry/repository');
    table.string('work_key', 64).notNullable().unique();
  });
  await knex.schema.createTable('image_verdicts', table => {
    table.comment(
      'Verdicts on images: of a digest, or of what a tag pointed at when it was last looked at',
    );
    bytewise(knex, table, 'name').notNullable();
    bytewise(knex, table, 'reference').notNullable().comment('Digest or tag');
    bytewise(knex, table, 'digest')
      .nullable()
      .comment('What was judged; null: never found');
    table.text('verdict').nullable().comment('JSON');
    table.text('policy').notNullable();
    table
      .string('inputs_hash', 64)
      .nullable()
      .comment('Of policy, source, distrust and trust material judged by');
    table
      .string('checked_at', 24)
      .nullable()
      .comment('The last look that read everything');
    table.string('attempted_at', 24).notNullable();
    table.text('problem').nullable().comment('JSON: why the last look failed');
    table.primary(['name', 'reference']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  // A replica without this migration could not do that work.
  await knex('work_queue').where('kind', 'images').delete();
  await knex.schema.dropTable('image_verdicts');
  await knex.schema.dropTable('image_repositories');
  await knex.schema.dropTable('image_uses');
  await knex.schema.dropTable('chart_images');
};
