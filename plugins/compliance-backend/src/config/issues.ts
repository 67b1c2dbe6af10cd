import { JsonValue } from '@backstage/types';
import { nearestId } from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { problem, quote } from './problems';

type Issue = z.core.$ZodIssue;

/** What the schema adds to an issue when the value alone says too little. */
interface Details {
  found?: string;
  nearest?: string;
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    'compliance',
  );

function valueAt(data: JsonValue, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/** What is wrong with the section `compliance`, in one line for each problem. */
export function describeIssue(issue: Issue, data: JsonValue): string[] {
  const { path, message } = issue;
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key =>
        problem({
          path: pathOf([...path, key]),
          found: 'an unknown key',
          expected: `one of ${message}`,
          nearest: nearestId(key, message.split(', ')),
        }),
      );
    case 'invalid_value':
      return [
        problem({
          path: pathOf(path),
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
      return [
        problem({ path: pathOf(path), found, expected: message, nearest }),
      ];
    }
    default:
      return [
        problem({ path: pathOf(path), found: quote(value), expected: message }),
      ];
  }
}
