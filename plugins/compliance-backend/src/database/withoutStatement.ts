/**
 * An error without the SQL that errors of the database quote: it has values in
 * it, which must not get into logs. What remains is the code.
 *
 * @param what - what did not work, as a sentence without its end
 */
export function withoutStatement(error: unknown, what: string): unknown {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? new Error(`${what}: ${code}`) : error;
}
