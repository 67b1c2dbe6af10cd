import { documentKinds } from '@service-compliance/backstage-plugin-compliance-common';
import { arrayOf, flag, object, ref, text, texts } from './shapes';

/** What people say about a document. */
const values = {
  title: text,
  kind: { type: 'string', enum: [...documentKinds] },
  link: text,
  entityRef: text,
  owner: text,
  version: text,
  approvedOn: text,
  reviewEvery: text,
  clauses: arrayOf(ref('ClauseRef')),
} as const;

const error = object(['name', 'message'], { name: text, message: text });

/** The schemas of answers about documents. */
export const documentSchemas = {
  Documents: object(['items', 'mayUpdate'], {
    items: arrayOf(ref('Document')),
    mayUpdate: flag,
  }),
  Document: object(
    ['id', 'title', 'kind', 'clauses', 'state', 'source', 'etag'],
    {
      ...values,
      id: text,
      state: { type: 'string', enum: ['current', 'draft', 'overdue'] },
      nextReviewOn: text,
      source: { type: 'string', enum: ['config', 'catalog', 'portal'] },
      declaredBy: text,
      declared: object(['title', 'kind', 'clauses'], values),
      problems: texts,
      etag: text,
      changedAt: text,
      changedBy: text,
    },
  ),
  DocumentConflict: {
    type: 'object',
    required: ['error', 'current'],
    properties: { error, current: ref('Document') },
  },
} as const;
