import { JsonValue } from '@backstage/types';
import { nearestId } from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { Place, problem, quote } from './problems';

type Issue = z.core.$ZodIssue;

/** What the schema adds to an issue when the value alone says too little. */
interface Details {
  found?: string;
  nearest?: string;
}

function valueAt(
  data: JsonValue | undefined,
  path: readonly PropertyKey[],
): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/**
 * What an issue says about data that is written by hand, in one line for each
 * problem.
 */
export function describeIssue(
  issue: Issue,
  data: JsonValue | undefined,
  at: Place,
): string[] {
  const { path, message } = issue;
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key =>
        problem({
          path: at([...path, key]),
          found: 'an unknown key',
          expected: `one of ${message}`,
          nearest: nearestId(key, message.split(', ')),
        }),
      );
    case 'invalid_value':
      return [
        problem({
          path: at(path),
          found: quote(value),
          expected: `one of ${issue.values.join(', ')}`,
          nearest:
            typeof value === 'string'
              ? nearestId(value, issue.values.map(String))
              : undefined,
        }),
      ];
    case 'custom': {
      const { found = quote(value), nearest } = (issue.params ?? {}) as Details;
      return [problem({ path: at(path), found, expected: message, nearest })];
    }
    default:
      return [
        problem({ path: at(path), found: quote(value), expected: message }),
      ];
  }
}
