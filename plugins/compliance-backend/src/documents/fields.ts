import {
  documentShape,
  DocumentValues,
} from '@service-compliance/backstage-plugin-compliance-common';

/** The names of what people can say about a document. */
export const documentFields = Object.keys(
  documentShape,
) as (keyof DocumentValues)[];
