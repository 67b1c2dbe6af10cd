// @ts-check

/** @param {import('knex').Knex} knex */
const isSqlite = knex => String(knex.client.config.client).includes('sqlite');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_facts', table => {
    table.comment(
      'What the catalog has of entities as a whole, so that lists and totals need not read it',
    );
    table.string('entity_ref', 255).primary();
    table
      .text('facts', 'longtext')
      .notNullable()
      .comment('MirroredEntity, JSON');
  });
  await knex
    .insert(knex('entity').select('entity_ref', 'facts'))
    .into(knex.raw('entity_facts (entity_ref, facts)'));

  await knex.schema.createTable('entity_property', table => {
    table.comment('What permission rules match, in lower case');
    table.string('entity_ref', 255).notNullable();
    table.string('property', 255).notNullable();
    table.string('value', 255).nullable();
    table.index(['entity_ref'], 'entity_property_entity_idx');
    table.index(
      ['property', 'value', 'entity_ref'],
      'entity_property_value_idx',
    );
  });
  await knex.raw(
    `insert into entity_property (entity_ref, property, value)
      select entity.entity_ref, found.key, found.value
      from entity, ${
        isSqlite(knex) ? 'json_each(search)' : 'jsonb_each_text(search)'
      } as found`,
  );
  // Rows are short now, and need no copy of half of them.
  if (isSqlite(knex)) {
    await knex.schema.alterTable('entity', table => {
      table.dropIndex([], 'entity_totals_idx');
    });
  }
  await knex.schema.alterTable('entity', table => {
    table.dropColumns('facts', 'search');
  });

  await knex.schema.alterTable('entity', table => {
    table
      .text('coverage')
      .nullable()
      .comment(
        'State of each clause, a character for each in the order of the rules; see coverageText.ts',
      );
    table.boolean('in_sms_scope').notNullable().defaultTo(true);
    table.boolean('in_isms_scope').notNullable().defaultTo(true);
  });
  // Only an assessment knows the states and the scopes.
  await knex('entity').update({ dirty: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity', table => {
    table.dropColumns('coverage', 'in_sms_scope', 'in_isms_scope');
  });
  await knex.schema.alterTable('entity', table => {
    table.text('facts', 'longtext').nullable().comment('MirroredEntity, JSON');
    table
      .jsonb('search')
      .nullable()
      .comment('Values that permission rules match, in lower case');
  });
  const ofEntity = 'where found.entity_ref = entity.entity_ref';
  const object = isSqlite(knex) ? 'json_group_object' : 'jsonb_object_agg';
  await knex('entity').update({
    facts: knex.raw(`(select facts from entity_facts as found ${ofEntity})`),
    search: knex.raw(
      `coalesce(
        (select ${object}(property, value) from entity_property as found ${ofEntity}),
        '{}'
      )`,
    ),
  });
  await knex.schema.alterTable('entity', table => {
    table.dropNullable('facts');
    table.dropNullable('search');
  });
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
  await knex.schema.dropTable('entity_property');
  await knex.schema.dropTable('entity_facts');
};
