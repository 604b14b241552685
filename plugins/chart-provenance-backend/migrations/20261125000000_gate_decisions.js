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
  await knex.schema.createTable('gate_decisions', table => {
    table.comment(
      'What the gate decided; only ever added to. No foreign key: a decision outlives what it was about',
    );
    bytewise(knex, table, 'id').primary().comment('ULID: sorts by time');
    table.string('decided_at', 24).notNullable();
    table.text('caller').notNullable().comment('Principal that asked');
    table.boolean('dry_run').notNullable();
    table
      .boolean('offline')
      .notNullable()
      .comment('Made elsewhere, and told later by `caller`');
    table.text('environment').notNullable();
    table.string('decision', 16).notNullable();
    table.boolean('proceed').notNullable();
    table.text('reference').notNullable().comment('As asked');
    table.string('chart_id', 16).nullable();
    table.text('entity_ref').nullable().comment('Owner at that time');
    table.text('version').nullable();
    table.text('digest').nullable();
    table.text('body').notNullable().comment('JSON: GateDecision');
    table
      .text('required')
      .nullable()
      .comment('JSON: GateRequirements of the caller');
    table.index(['chart_id', 'id'], 'gate_decisions_chart_idx');
    table.index(['entity_ref', 'id'], 'gate_decisions_entity_idx');
    table.index(['environment', 'id'], 'gate_decisions_environment_idx');
    table.index(['decision', 'id'], 'gate_decisions_decision_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('gate_decisions');
};
