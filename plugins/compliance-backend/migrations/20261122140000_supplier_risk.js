// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity', table => {
    table.boolean('is_supplier').notNullable().defaultTo(false);
    table
      .string('own_supplier_risk', 63)
      .nullable()
      .comment('Residual risk of a supplier; supplier_risk is the inherited');
    table
      .text('supplier_risk_path')
      .nullable()
      .comment('Refs from the entity to the supplier with that risk, JSON');
    table.string('supplier_criticality', 63).nullable();
    table.string('next_assessment_on', 10).nullable();
    table.string('contract_ends_on', 10).nullable();
  });
  // Few entities are suppliers, and risks are looked up from them.
  await knex.schema.alterTable('entity', table => {
    table.index(['entity_ref'], 'entity_supplier_idx', {
      predicate: knex.whereRaw('is_supplier'),
    });
  });
  // Only an assessment knows which entities are suppliers.
  await knex('entity').update({ dirty: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entity', table => {
    table.dropIndex(['entity_ref'], 'entity_supplier_idx');
  });
  await knex.schema.alterTable('entity', table => {
    table.dropColumns(
      'is_supplier',
      'own_supplier_risk',
      'supplier_risk_path',
      'supplier_criticality',
      'next_assessment_on',
      'contract_ends_on',
    );
  });
  await knex('entity').update({ dirty: true });
};
