// One manifest may carry several pieces of evidence, each named by the digest of its own bytes: where it stands is told apart
// from what it is called. Listings show manifests, so presence goes by this column.

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client.includes('pg');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evidence', table => {
    table
      .specificType('manifest', isPostgres(knex) ? 'text COLLATE "C"' : 'text')
      .notNullable()
      .defaultTo('')
      .comment('Digest of the manifest it stands in');
  });
  await knex('evidence').update({ manifest: knex.ref('digest') });
  // Layers of cosign 2 were noted and not read, and so was a signature tag that names the chart itself, in whose place its provenance
  // file now stands. Without a material hash they are waited for, and read on the next walk.
  await knex('evidence')
    .where('evidence', 'like', '%"format":"cosign-legacy"%')
    .orWhere('digest', knex.ref('subject'))
    .update({ material_hash: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Knex rebuilds the table on SQLite, and with it deletes what refers to it.
  await knex.raw('ALTER TABLE ?? DROP COLUMN ??', ['evidence', 'manifest']);
};
