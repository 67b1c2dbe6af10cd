// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('profile_edit', table => {
    table.comment(
      'What was entered in the portal; stays when the catalog loses the entity',
    );
    table.string('entity_ref', 255).primary();
    table.text('edited', 'longtext').notNullable().comment('JSON');
  });

  await knex.schema.createTable('profile_revision', table => {
    table.comment('History of profiles; stays when the catalog loses them');
    table.string('entity_ref', 255).notNullable();
    table.integer('revision').notNullable().comment('Counts up from 1');
    table.string('source', 10).notNullable().comment('git or portal');
    table.string('action', 10).notNullable();
    table.string('author', 255).nullable().comment('Null: changed in Git');
    table.string('changed_at', 30).notNullable();
    table
      .text('changes', 'longtext')
      .notNullable()
      .comment('Fields with their values before and after, JSON');
    table.primary(['entity_ref', 'revision'], 'profile_revision_pk');
  });

  await knex.schema.createTable('entity_label', table => {
    table.comment('The labels that the catalog is to show');
    table.string('entity_ref', 255).primary();
    table.text('labels').nullable().comment('JSON; null: it is gone');
    table.bigInteger('revision').notNullable();
    table.unique(['revision'], { indexName: 'entity_label_revision_idx' });
  });

  await knex.schema.createTable('label_feed', table => {
    table.comment('A single row: which feed it is, and its last revision');
    table.string('id', 36).primary();
    table.bigInteger('revision').notNullable();
  });
  await knex('label_feed').insert({
    id: require('node:crypto').randomUUID(),
    revision: 0,
  });

  await knex.schema.alterTable('entity', table => {
    table.string('progress', 10).nullable().comment('Of completing it');
    table.text('missing').nullable().comment('Ids of fields to fill in, JSON');
    table.double('gain').nullable().comment('Points of score, 0 to 100');
    table.double('gain_per_field').nullable();
  });
  // Only an assessment knows the labels and what is missing.
  await knex('entity').update({ dirty: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity', table => {
    table.dropColumns('progress', 'missing', 'gain', 'gain_per_field');
  });
  await knex.schema.dropTable('label_feed');
  await knex.schema.dropTable('entity_label');
  await knex.schema.dropTable('profile_revision');
  await knex.schema.dropTable('profile_edit');
};
