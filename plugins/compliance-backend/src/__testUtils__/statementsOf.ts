import { Knex } from 'knex';

/**
 * Runs something and tells the SQL statements that it sent, those that begin
 * and end transactions among them.
 */
export async function statementsOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const listener = ({ sql }: { sql: string }) => statements.push(sql);
  knex.on('query', listener);
  try {
    await run();
  } finally {
    knex.removeListener('query', listener);
  }
  return statements;
}
