/**
 * Whether a value is an object with keys. What processors get is not validated
 * yet and may be anything that YAML can say.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
