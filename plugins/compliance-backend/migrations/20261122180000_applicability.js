// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('applicability', table => {
    table.comment('Drafts of Statements of Applicability');
    table.string('standard', 63).primary();
    table
      .integer('revision')
      .notNullable()
      .comment('Counts the changes in the portal');
  });

  await knex.schema.createTable('applicability_entry', table => {
    table.comment('Entries of drafts that were changed in the portal');
    table.string('standard', 63).notNullable();
    table.string('clause', 63).notNullable();
    table.integer('revision').notNullable().comment('Counts up from 1');
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('ApplicabilityValues, JSON');
    table.string('changed_at', 30).notNullable();
    table.string('changed_by', 255).notNullable();
    table.primary(['standard', 'clause'], 'applicability_entry_pk');
  });

  await knex.schema.createTable('applicability_version', table => {
    table.comment('Statements of Applicability as approved; never changed');
    table.string('standard', 63).notNullable();
    table.integer('number').notNullable().comment('Counts up from 1');
    table.string('approved_at', 30).notNullable();
    table.string('approved_by', 255).notNullable();
    table.text('note').nullable();
    table.integer('applicable').notNullable().comment('Number of controls');
    table
      .text('excluded', 'longtext')
      .notNullable()
      .comment('Why controls are excluded, by their numbers, JSON');
    table
      .text('entries', 'longtext')
      .notNullable()
      .comment('ApplicabilityValues with the numbers of controls, JSON');
    table.primary(['standard', 'number'], 'applicability_version_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('applicability_version');
  await knex.schema.dropTable('applicability_entry');
  await knex.schema.dropTable('applicability');
};
