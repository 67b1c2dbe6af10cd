import { isRecord } from './isRecord';

type Labels = Record<string, string>;

/**
 * Labels of an entity with ours in place of authored ones. The catalog cannot
 * store two keys that differ in case only, so case is no reason to keep one.
 * Authored labels that are none at all are left to the catalog to refuse.
 */
export function replaceLabels(
  authored: Labels | undefined,
  ours: Labels,
): Labels {
  if (authored === undefined) {
    return ours;
  }
  if (!isRecord(authored)) {
    return authored;
  }
  const kept = Object.entries(authored).filter(
    ([key]) => !Object.hasOwn(ours, key.toLocaleLowerCase('en')),
  );
  return Object.fromEntries([...kept, ...Object.entries(ours)]);
}
