import { isRecord } from './isRecord';

const PREFIX = 'compliance/';

function asText(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value);
  }
  return String(value ?? '');
}

/**
 * Annotations with the values of ours as text. YAML reads `99.95` without
 * quotes as a number and a key without value as null, for which the catalog
 * would refuse the whole entity. Anything else is left to the catalog.
 */
export function annotationsAsText(
  annotations: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (!isRecord(annotations)) {
    return annotations;
  }
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      key,
      key.startsWith(PREFIX) ? asText(value) : value,
    ]),
  );
}
