import {
  filterPredicateToFilterFunction,
  getJsonValueAtPath,
} from '@backstage/filter-predicates';
import { CheckFacts } from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { fieldAt, pathsOf } from '../config/predicates';
import { quote } from '../config/problems';
import { DeclaredCheck } from '../config/schema';
import { annotationFailure, FieldId } from './annotationErrors';
import { profileView } from './entityView';

/**
 * Makes a check of one that is declared in app-config. It is unknown where
 * nothing of what its predicate looks at is declared.
 */
export function createDeclaredCheck(declared: DeclaredCheck): Check {
  const { remediation, annotations, passes, ...definition } = declared;
  const paths = [...new Set(pathsOf(passes))];
  const fields = paths
    .map(path => fieldAt(path)?.id)
    .filter(id => id !== undefined) as FieldId[];
  const matches = filterPredicateToFilterFunction(passes);
  const description = declared.description ?? `${declared.title}.`;

  return {
    ...definition,
    description,
    remediation: { text: remediation, annotations },
    // What the predicate asks for is not visible in the function.
    revision: JSON.stringify(passes),
    evaluate({ entity }: CheckFacts) {
      const failure = annotationFailure(entity, fields);
      if (failure) {
        return failure;
      }
      const view = profileView(entity);
      const found = paths
        .map(path => ({ path, value: getJsonValueAtPath(view, path) }))
        .filter(({ value }) => value !== undefined)
        .map(({ path, value }) => `${path} is ${quote(value)}`);
      const status = matches(view) ? 'pass' : 'fail';
      return found.length === 0 && status === 'fail'
        ? {
            status: 'unknown',
            finding: `Nothing is declared for ${paths.join(', ')}.`,
            expected: description,
          }
        : {
            status,
            finding: found.length
              ? `Found that ${found.join(', ')}.`
              : `Nothing is declared for ${paths.join(', ')}.`,
            expected: description,
          };
    },
  };
}
