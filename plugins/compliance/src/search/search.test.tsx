import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { ResultHighlight, SearchResult } from '@backstage/plugin-search-common';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComplianceApi } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { searchResultListItem } from './searchResultListItem';

const result: SearchResult = {
  type: 'compliance',
  document: {
    title: 'Payments',
    text: 'Service tier: Tier 1. Supplier risk: High. Failing checks: Tested in time; Plan is linked.',
    location: '/catalog/default/component/payments/compliance',
    kind: 'Component',
    serviceTier: 'tier-1',
    classification: 'restricted',
    continuityTier: 'unset',
    supplierRisk: 'of-old',
    level: 'none',
  } as SearchResult['document'],
  rank: 1,
};

/** The item, as the page of the search renders it. */
function renderItem(highlight?: ResultHighlight) {
  const item = createExtensionTester(searchResultListItem).get(
    SearchResultListItemBlueprint.dataRefs.item,
  );
  const props = { rank: 1, result: result.document, highlight };
  return renderInTestApp(
    <ul>
      <item.component {...props} />
    </ul>,
    { apis: [[complianceApiRef, new FakeComplianceApi()]] },
  );
}

describe('the item of a search result', () => {
  it('is for the documents of compliance only', () => {
    const { predicate } = createExtensionTester(searchResultListItem).get(
      SearchResultListItemBlueprint.dataRefs.item,
    );
    expect(predicate!(result)).toBe(true);
    expect(predicate!({ ...result, type: 'software-catalog' })).toBe(false);
  });

  it('leads to the service and says where it stands', async () => {
    const { container } = renderItem();
    expect(
      await screen.findByRole('link', { name: 'Payments' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments/compliance');
    await screen.findByText('Tier 1');
    expect(
      screen.getAllByRole('definition').map(({ textContent }) => textContent),
    ).toEqual(['Tier 1', 'Restricted', 'of-old', 'No level']);
    expect(
      screen.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual([
      'Service tier',
      'Information classification',
      'Supplier risk',
      'Compliance level',
    ]);
    expect(
      screen.getByText(/Failing checks: Tested in time; Plan is linked\.$/),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('marks what it was found by, and leaves out other sentences', async () => {
    const { container } = renderItem({
      preTag: '<1f>',
      postTag: '</1f>',
      fields: {
        title: '<1f>Payments</1f>',
        text: 'Service tier: Tier 1. Failing checks: <1f>Tested</1f> in time; Plan is linked.',
      },
    });
    expect(
      await screen.findByRole('link', { name: 'Payments' }),
    ).toBeInTheDocument();
    expect(
      [...container.querySelectorAll('mark')].map(mark => mark.textContent),
    ).toEqual(['Payments', 'Tested']);
    expect(container.querySelector('p')).toHaveTextContent(
      /^Failing checks: Tested in time; Plan is linked\.$/,
    );
  });
});
