// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('document', table => {
    table.comment(
      'The register of documents: what is declared, and what was entered in the portal instead',
    );
    table.string('id', 255).primary();
    table
      .string('source', 10)
      .nullable()
      .comment('Where it is declared: config or catalog; null: nowhere');
    table
      .string('declared_by', 255)
      .nullable()
      .comment('Ref of the entity that declares it');
    table
      .text('declared', 'longtext')
      .nullable()
      .comment('DocumentValues, JSON; null: it is not declared');
    table
      .text('problems', 'longtext')
      .nullable()
      .comment('What of the declaration cannot be used, JSON');
    table
      .text('edited', 'longtext')
      .nullable()
      .comment('DocumentValues, JSON; null: the portal has none');
    table
      .integer('revision')
      .notNullable()
      .comment('Counts the changes of either');
    table.string('changed_at', 30).nullable().comment('In the portal');
    table.string('changed_by', 255).nullable().comment('Ref of the user');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('document');
};
