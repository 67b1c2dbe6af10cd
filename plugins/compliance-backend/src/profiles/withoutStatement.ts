/**
 * An error without the SQL that errors of the database quote: it has the values
 * of an edit in it, which must not get into logs. What remains is the code.
 */
export function withoutStatement(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  return typeof code === 'string'
    ? new Error(`The profile could not be written: ${code}`)
    : error;
}
