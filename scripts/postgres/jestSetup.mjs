import { startPostgres } from './startPostgres.mjs';

/** Gives the tests a real PostgreSQL, so that none has to be installed. */
export default async function setup() {
  const postgres = await startPostgres();
  globalThis.stopPostgres = postgres.stop;
  process.env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING =
    postgres.connectionString;
}
