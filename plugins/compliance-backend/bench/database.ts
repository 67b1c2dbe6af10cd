import { DatabaseManager } from '@backstage/backend-defaults/database';
import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { connect } from '../src/database/migrate';

const logger: LoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  warn: message => process.stderr.write(`${message}\n`),
  info: () => {},
  debug: () => {},
  child: () => logger,
};

const lifecycle: LifecycleService = {
  addStartupHook: () => {},
  addShutdownHook: () => {},
};

/**
 * Connects as a Backstage backend does.
 *
 * @param connection - a PostgreSQL connection string, or the folder of SQLite
 * files
 */
export async function openDatabase(
  connection: string,
): Promise<{ knex: Knex; logger: LoggerService }> {
  const database = connection.startsWith('postgresql:')
    ? { client: 'pg', connection, prefix: `bench_${process.pid}_` }
    : { client: 'better-sqlite3', connection: { directory: connection } };
  const manager = DatabaseManager.fromConfig(
    new ConfigReader({ backend: { database } }),
  );
  const knex = await connect(
    manager.forPlugin('compliance', { logger, lifecycle }),
  );
  return { knex, logger };
}
