// @ts-check

/** @param {import('knex').Knex} knex */
const isSqlite = knex => String(knex.client.config.client).includes('sqlite');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('score_change', table => {
    table.comment(
      'History of scores, one row for each entity and day on which it changed',
    );
    table.string('changed_on', 10).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.double('from_score').nullable();
    table.string('from_level', 63).nullable();
    table
      .integer('from_findings')
      .nullable()
      .comment('Open ones; null: it was not assessed before');
    table
      .integer('from_unclassified')
      .nullable()
      .comment('1 when its information was not classified, 0 otherwise');
    table.double('to_score').nullable();
    table.string('to_level', 63).nullable();
    table.integer('to_findings').notNullable();
    table.integer('to_unclassified').notNullable();
    // By day, as trends are; the entity is only looked for when it is gone.
    table.primary(['changed_on', 'entity_ref'], 'score_change_pk');
    table.index(['entity_ref'], 'score_change_entity_idx');
  });

  await knex.schema.createTable('assessed_day', table => {
    table.comment('Days on which the estate was assessed; others are gaps');
    table.string('day', 10).primary();
  });

  await knex.schema.alterTable('entity', table => {
    for (const facet of [
      'service_level',
      'information',
      'continuity',
      'supplier',
    ]) {
      table
        .string(`${facet}_state`, 10)
        .nullable()
        .comment('clear, failing or unknown; null: the facet does not apply');
    }
    table
      .text('open_checks')
      .nullable()
      .comment(
        'Checks with an open finding, a bit for each in the order of the rules, hexadecimal',
      );
  });
  // SQLite keeps the long columns between the others, so that totals would
  // read all of them. PostgreSQL, which limits the length of index entries,
  // needs no such help.
  if (isSqlite(knex)) {
    await knex.schema.alterTable('entity', table => {
      table.index(
        [
          'entity_ref',
          'kind',
          'lifecycle',
          'owner',
          'system',
          'domain',
          'score',
          'level',
          'open_findings',
          'classification',
          'progress',
          'service_level_state',
          'information_state',
          'continuity_state',
          'supplier_state',
          'rules_hash',
          'open_checks',
        ],
        'entity_totals_idx',
      );
    });
  }
  // Only an assessment knows the states.
  await knex('entity').update({ dirty: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isSqlite(knex)) {
    await knex.schema.alterTable('entity', table => {
      table.dropIndex([], 'entity_totals_idx');
    });
  }
  await knex.schema.alterTable('entity', table => {
    table.dropColumns(
      'service_level_state',
      'information_state',
      'continuity_state',
      'supplier_state',
      'open_checks',
    );
  });
  await knex.schema.dropTable('assessed_day');
  await knex.schema.dropTable('score_change');
};
