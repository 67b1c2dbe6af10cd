// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_field', table => {
    table.comment('Effective values of profiles, as queries compare them');
    table.string('entity_ref', 255).notNullable();
    table.string('field', 100).notNullable();
    table
      .text('value')
      .notNullable()
      .comment('One item of a list; short enough for an index');
    table.primary(['entity_ref', 'field', 'value'], 'entity_field_pk');
    table.index(['field', 'value', 'entity_ref'], 'entity_field_value_idx');
  });

  await knex.schema.alterTable('entity', table => {
    table.string('domain', 255).nullable().comment('That of its system');
    table
      .string('fields_hash', 43)
      .nullable()
      .comment('Of its rows in entity_field');
    // What lists are sorted by unless told otherwise; rows are wide.
    table.index(['name', 'entity_ref'], 'entity_name_idx');
  });
  await knex.schema.alterTable('check_result', table => {
    table.index(['status', 'due_on', 'entity_ref'], 'check_result_due_idx', {
      predicate: knex.whereNotNull('due_on'),
    });
  });
  // Only an assessment knows the effective values.
  await knex('entity').update({ dirty: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('check_result', table => {
    table.dropIndex(['status', 'due_on', 'entity_ref'], 'check_result_due_idx');
  });
  await knex.schema.alterTable('entity', table => {
    table.dropIndex(['name', 'entity_ref'], 'entity_name_idx');
  });
  await knex.schema.alterTable('entity', table => {
    table.dropColumns('domain', 'fields_hash');
  });
  await knex.schema.dropTable('entity_field');
};
