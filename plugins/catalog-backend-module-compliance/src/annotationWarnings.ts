import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { AnnotationError } from '@service-compliance/backstage-plugin-compliance-common';

/** The status items that report these errors. */
export function annotationWarnings(
  errors: AnnotationError[],
): EntityStatusItem[] {
  return errors.map(({ annotation, value, expected, nearest }) => ({
    type: 'compliance/annotation',
    level: 'warning',
    message:
      `${annotation}: '${value}' cannot be used, expected ${expected}` +
      `${nearest ? `; did you mean '${nearest}'?` : ''}`,
  }));
}
