// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity', table => {
    table.comment(
      'Entities in scope as the catalog has them, with their score',
    );
    table.string('entity_ref', 255).primary();
    table.string('kind', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('name', 255).notNullable();
    table.text('title').nullable();
    table
      .text('search_text')
      .notNullable()
      .comment('Lower-case name and title');
    table.string('type', 255).nullable();
    table.string('lifecycle', 255).nullable();
    table.string('owner', 255).nullable().comment('First of the owners');
    table.string('system', 255).nullable();
    table.string('facts_hash', 64).notNullable();
    table.boolean('dirty').notNullable().comment('Must be assessed again');
    table
      .string('rules_hash', 64)
      .nullable()
      .comment('Rules it was assessed with; null before the first assessment');
    table
      .string('due_on', 10)
      .nullable()
      .comment('First date on which a verdict changes by itself');
    table
      .text('facets')
      .nullable()
      .comment(
        'Facets that apply to it, JSON; null before the first assessment',
      );
    table.string('service_tier', 63).nullable();
    table.string('classification', 63).nullable();
    table.string('continuity_tier', 63).nullable();
    table.string('supplier_risk', 63).nullable();
    table.double('score').nullable().comment('0 to 100');
    table.double('strict_score').nullable().comment('Waivers counted as fails');
    table.string('level', 63).nullable();
    table.integer('open_findings').notNullable().defaultTo(0);
    table.string('assessed_at', 30).nullable();
    // The long ones come last, so that SQLite need not read them for the rest.
    table
      .text('facts', 'longtext')
      .notNullable()
      .comment('MirroredEntity, JSON');
    // Parsed once when written, where the database can do that.
    table
      .jsonb('search')
      .notNullable()
      .comment('Values that permission rules match, in lower case');

    // What lists filter by most, so that counting need not read whole rows.
    // Free text stays out: PostgreSQL limits the length of index entries.
    table.index(
      [
        'kind',
        'owner',
        'service_tier',
        'classification',
        'continuity_tier',
        'supplier_risk',
        'level',
        'entity_ref',
      ],
      'entity_filter_idx',
    );
  });

  await knex.schema.createTable('entity_owner', table => {
    table.comment('All owners of an entity');
    table.string('entity_ref', 255).notNullable();
    table.string('owner_ref', 255).notNullable();
    table.primary(['entity_ref', 'owner_ref'], 'entity_owner_pk');
    table.index(['owner_ref'], 'entity_owner_owner_ref_idx');
  });

  await knex.schema.createTable('entity_dependency', table => {
    table.comment('Which entity needs which other one');
    table.string('source_ref', 255).notNullable();
    table.string('target_ref', 255).notNullable();
    table.string('type', 20).notNullable();
    table.primary(['source_ref', 'target_ref', 'type'], 'entity_dependency_pk');
    table.index(['target_ref'], 'entity_dependency_target_idx');
  });

  await knex.schema.createTable('check_result', table => {
    table.comment('The current verdict of each check on each entity');
    table.string('entity_ref', 255).notNullable();
    table.string('check_id', 255).notNullable();
    table.string('status', 20).notNullable();
    table.text('finding').notNullable();
    table.text('expected').notNullable();
    table
      .text('about')
      .nullable()
      .comment('Other entities that the finding tells about, JSON');
    table.boolean('upcoming').notNullable();
    table.string('due_on', 10).nullable();
    table.string('since', 30).notNullable();
    table.primary(['entity_ref', 'check_id'], 'check_result_pk');
    table.index(
      ['check_id', 'status', 'entity_ref'],
      'check_result_check_status_idx',
    );
  });

  await knex.schema.createTable('check_change', table => {
    table.comment('History of verdicts, one row for each change of status');
    table.bigIncrements('id');
    table.string('entity_ref', 255).notNullable();
    table.string('check_id', 255).notNullable();
    table.string('from_status', 20).nullable().comment('Null: newly applies');
    table.string('to_status', 20).nullable().comment('Null: applies no more');
    table.text('finding').nullable();
    table.text('about').nullable().comment('As in check_result');
    table.string('changed_at', 30).notNullable();
    table.index(['entity_ref', 'changed_at'], 'check_change_entity_idx');
    table.index(['changed_at'], 'check_change_changed_at_idx');
  });

  await knex.schema.createTable('run', table => {
    table.comment('The last runs of the mirror and of the assessment');
    table.bigIncrements('id');
    table.string('task', 20).notNullable();
    table.string('started_at', 30).notNullable();
    table.string('ended_at', 30).notNullable();
    table.string('outcome', 10).notNullable();
    table.text('error').nullable();
    table.text('counts').notNullable().comment('JSON');
    table.text('broken_checks').notNullable().comment('JSON');
    table.index(['task', 'outcome', 'id'], 'run_task_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run');
  await knex.schema.dropTable('check_change');
  await knex.schema.dropTable('check_result');
  await knex.schema.dropTable('entity_dependency');
  await knex.schema.dropTable('entity_owner');
  await knex.schema.dropTable('entity');
};
