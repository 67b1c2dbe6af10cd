/**
 * The annotations with which an entity of the catalog declares a document, by
 * what they tell. The entity is a Resource of the type `document`; its title
 * and its owner are those of the document.
 *
 * @public
 */
export const documentAnnotations = {
  kind: 'compliance/document-kind',
  version: 'compliance/document-version',
  approvedOn: 'compliance/document-approved',
  reviewEvery: 'compliance/document-review-every',
  clauses: 'compliance/document-clauses',
  link: 'compliance/document-link',
} as const;
