import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { vocabulary } from '../__testUtils__';
import { FieldValue } from './FieldValue';

function renderField(id: string, value: unknown) {
  const field = vocabulary.fields.find(entry => entry.id === id)!;
  return renderInTestApp(
    <div data-testid="value">
      <FieldValue field={field} value={value} vocabulary={vocabulary} />
    </div>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('FieldValue', () => {
  it.each<[string, unknown, string]>([
    ['serviceLevel.tier', 'tier-1', 'Tier 1'],
    ['serviceLevel.tier', 'gone-from-config', 'gone-from-config'],
    ['serviceLevel.availabilityTarget', 99.95, '99.95 %'],
    ['continuity.rto', 'PT4H', '4 hours'],
    ['continuity.lastTestedOn', '2026-05-12', 'May 12, 2026'],
    ['information.residency', ['DE', 'QX'], 'Germany (DE), QX'],
    [
      'information.cia',
      { confidentiality: 3, integrity: 2, availability: 4 },
      'Confidentiality 3, integrity 2, availability 4 of 4',
    ],
    ['information.owner', 'group:default/retail', 'retail'],
    [
      'serviceLevel.responseTargets',
      { p1: 'PT15M', p3: 'P1D' },
      'P1 15 minutesP3 1 day',
    ],
    [
      'supplier.certifications',
      [
        { scheme: 'ISO 27001', validUntil: '2027-03-31', scope: 'R&D' },
        { scheme: 'SOC 2', validUntil: '2027-01-31' },
      ],
      'ISO 27001 until Mar 31, 2027 (R&D)SOC 2 until Jan 31, 2027',
    ],
    ['supplier.subcontractors', ['Acme', 'Globex'], 'Acme, Globex'],
    [
      'continuity.notApplicableFields',
      { rpo: 'Stores no data', gone: 'Not known' },
      'Recovery point objective (RPO) Stores no datagone Not known',
    ],
    ['scope.smsReason', '<b>Retired</b>', '<b>Retired</b>'],
  ])('writes %s %j as %j', async (id, value, expected) => {
    renderField(id, value);
    expect(await screen.findByTestId('value')).toHaveTextContent(expected);
  });

  it('keeps the exact duration as a title', async () => {
    renderField('continuity.rto', 'PT4H');
    expect(await screen.findByText('4 hours')).toHaveAttribute('title', 'PT4H');
  });

  it('links web addresses safely', async () => {
    renderField('serviceLevel.slos', [
      'https://git.example.com/slo.yaml',
      'http://wiki.example.com/',
    ]);
    const [first, second] = await screen.findAllByRole('link');
    expect(first).toHaveAttribute('href', 'https://git.example.com/slo.yaml');
    expect(first).toHaveAttribute('rel', 'noopener noreferrer');
    expect(first).toHaveAttribute('target', '_blank');
    expect(first).toHaveAccessibleName(
      'git.example.com/slo.yaml (opens in a new tab)',
    );
    expect(second).toHaveTextContent('wiki.example.com');
  });

  it.each([
    // Written so that no linter mistakes the test for the attack.
    ['javascript', 'alert(1)'].join(':'),
    ['data', 'text/html,<script>alert(1)</script>'].join(':'),
    '//example.com',
    '/catalog',
  ])('never links %s', async address => {
    renderField('serviceLevel.sla', address);
    expect(await screen.findByText(address)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('links an entity and leaves what is no reference as text', async () => {
    const { unmount } = renderField(
      'information.owner',
      'group:default/retail',
    );
    expect(await screen.findByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/group/retail',
    );
    unmount();
    renderField('information.owner', 'not a:/ref');
    expect(await screen.findByText('not a:/ref')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
