import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { RiShieldCheckLine } from '@remixicon/react';
import { isComplianceResult } from './isComplianceResult';

/** What the search found, on its page. */
export const searchResultListItem = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiShieldCheckLine size={20} />,
    predicate: isComplianceResult,
    component: () =>
      import('./ComplianceSearchResultListItem').then(
        ({ ComplianceSearchResultListItem }) => ComplianceSearchResultListItem,
      ),
  },
});
