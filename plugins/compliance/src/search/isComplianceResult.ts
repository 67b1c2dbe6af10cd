import { SearchResult } from '@backstage/plugin-search-common';

/** Whether a document is one of those that our search collator writes. */
export const isComplianceResult = ({ type }: SearchResult) =>
  type === 'compliance';
