import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { vocabulary } from '../__testUtils__';
import { Draft, draftOf } from './drafts';
import { FieldInput, FieldInputProps } from './FieldInput';

const owner = (kind: string, name: string, displayName?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName } },
});
const owners = [
  owner('Group', 'retail-banking', 'Retail Banking'),
  owner('Group', 'payments-team'),
  owner('User', 'jo', 'Jo Retailer'),
  owner('Component', 'retail-app', 'Retail app'),
];

/** Renders the input of a field, with a value or a draft. */
function renderInput(
  id: string,
  options: Partial<FieldInputProps> & { value?: unknown } = {},
) {
  const { value, draft, ...props } = options;
  const field = vocabulary.fields.find(entry => entry.id === id)!;
  const drafts: Draft[] = [];
  function Input() {
    const [current, setCurrent] = useState(draft ?? draftOf(field, value));
    return (
      <FieldInput
        field={field}
        vocabulary={vocabulary}
        draft={current}
        onChange={next => {
          drafts.push(next);
          setCurrent(next);
        }}
        {...props}
      />
    );
  }
  const catalogApi = catalogApiMock({ entities: owners });
  const { container } = renderInTestApp(<Input />, { apis: [catalogApi] });
  return { container, catalogApi, last: () => drafts[drafts.length - 1] };
}

const label = (name: string | RegExp) => screen.findByLabelText(name);

describe('FieldInput', () => {
  it('ties label, help, hint and error to the control', async () => {
    renderInput('continuity.rto', {
      error: 'Expected a duration.',
      hint: 'Weaker than Tier 1.',
      isRequired: true,
    });
    const input = await screen.findByRole('textbox', {
      name: /^Recovery time objective/,
    });
    expect(input).toBeRequired();
    expect(input).toBeInvalid();
    for (const text of [
      'Longest time until the service runs again',
      'Expected a duration.',
      'Weaker than Tier 1.',
    ]) {
      expect(input).toHaveAccessibleDescription(expect.stringContaining(text));
    }
  });

  it('shows an example where nothing else holds', async () => {
    renderInput('continuity.rto');
    expect(await screen.findByRole('textbox')).toHaveAttribute(
      'placeholder',
      'e.g. PT4H',
    );
  });

  it('has no input for exclusions', () => {
    const { container } = renderInput('continuity.notApplicableFields');
    expect(within(container).queryByRole('textbox')).not.toBeInTheDocument();
  });

  describe('of a scale', () => {
    it('says of each level what it means', async () => {
      const { last } = renderInput('serviceLevel.tier');
      await userEvent.click(await label('Service tier'));
      const option = await screen.findByRole('option', { name: 'Tier 1' });
      expect(option).toHaveAccessibleDescription(
        'Customers notice an outage at once. Implies 99.95\u00a0% availability and support 24x7.',
      );
      await userEvent.click(option);
      expect(last()).toBe('tier-1');
      expect(await label('Service tier')).toHaveAccessibleDescription(
        expect.stringContaining('Customers notice an outage at once.'),
      );
    });

    it('can be cleared', async () => {
      const { last } = renderInput('serviceLevel.tier', { value: 'tier-1' });
      await userEvent.click(await label('Service tier'));
      await userEvent.click(
        await screen.findByRole('option', { name: 'Not set' }),
      );
      expect(last()).toBe('');
    });

    it('keeps a level that is gone until another one is chosen', async () => {
      renderInput('serviceLevel.tier', { value: 'tier-9' });
      expect(await label('Service tier')).toHaveTextContent(
        'tier-9 (no longer available)',
      );
    });
  });

  it('takes a date as it is stored', async () => {
    const { last } = renderInput('continuity.lastTestedOn');
    await userEvent.type(await label('Last tested on'), '2026-05-12');
    expect(last()).toBe('2026-05-12');
  });

  it('finds countries by name and by code', async () => {
    const { last } = renderInput('information.residency', { value: ['DE'] });
    const trigger = await label('Data residency');
    expect(trigger).toHaveTextContent('Germany (DE)');
    await userEvent.click(trigger);
    const search = await screen.findByRole('searchbox');
    await userEvent.type(search, 'Fran');
    await userEvent.click(
      await screen.findByRole('option', { name: 'France (FR)' }),
    );
    await userEvent.clear(search);
    await userEvent.type(search, '(IE)');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Ireland (IE)' }),
    );
    expect(last()).toBe('DE, FR, IE');
  });

  it('takes several links, one per line', async () => {
    const { last } = renderInput('serviceLevel.slos');
    await userEvent.type(
      await screen.findByRole('textbox'),
      'https://a.example.com/{Enter}https://b.example.com/',
    );
    expect(last()).toBe('https://a.example.com/\nhttps://b.example.com/');
  });

  it('rates confidentiality, integrity and availability', async () => {
    const { last } = renderInput('information.cia');
    expect(
      await screen.findByRole('group', { name: 'Protection needs' }),
    ).toHaveAccessibleDescription(/How much harm/);
    await userEvent.click(await label('Integrity'));
    await userEvent.click(
      await screen.findByRole('option', { name: '4 (highest)' }),
    );
    expect(last()).toEqual({
      confidentiality: '',
      integrity: '4',
      availability: '',
    });
  });

  it('says of each target what it means', async () => {
    const { last } = renderInput('serviceLevel.responseTargets');
    const p2 = await screen.findByRole('textbox', { name: 'P2' });
    await userEvent.type(p2, '90 min');
    expect(p2).toHaveAccessibleDescription('= 90 minutes (PT90M)');
    expect(last()).toEqual({ p1: '', p2: '90 min', p3: '', p4: '' });
  });

  describe('of certificates', () => {
    it('adds and removes rows with the keyboard', async () => {
      const { last } = renderInput('supplier.certifications');
      const add = await screen.findByRole('button', {
        name: 'Add a certificate',
      });
      act(() => add.focus());
      await userEvent.keyboard('{Enter}');
      await waitFor(() =>
        expect(screen.getByRole('textbox', { name: 'Scheme' })).toHaveFocus(),
      );
      await userEvent.keyboard('SOC 2');
      await userEvent.type(await label(/^Valid until/), '2027-01-31');
      expect(last()).toEqual([
        { scheme: 'SOC 2', validUntil: '2027-01-31', scope: '' },
      ]);

      act(() => add.focus());
      await userEvent.keyboard('{Enter}');
      const second = within(
        await screen.findByRole('group', { name: 'Certificate 2' }),
      );
      await waitFor(() =>
        expect(second.getByRole('textbox', { name: 'Scheme' })).toHaveFocus(),
      );
      act(() =>
        screen.getByRole('button', { name: 'Remove certificate 1' }).focus(),
      );
      await userEvent.keyboard('{Enter}');
      expect(last()).toEqual([{ scheme: '', validUntil: '', scope: '' }]);
      await waitFor(() =>
        expect(screen.getByRole('textbox', { name: 'Scheme' })).toHaveFocus(),
      );
      act(() =>
        screen.getByRole('button', { name: 'Remove certificate 1' }).focus(),
      );
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(add).toHaveFocus());
      expect(last()).toEqual([]);
    });

    it('points at what is missing', async () => {
      renderInput('supplier.certifications', {
        draft: [{ scheme: 'SOC 2', validUntil: '', scope: '' }],
        error: 'Every certificate needs a date.',
      });
      expect(await label(/^Valid until/)).toBeInvalid();
      expect(screen.getByRole('textbox', { name: 'Scheme' })).toBeValid();
    });
  });

  describe('of a user or group', () => {
    it('searches the catalog', async () => {
      const { last, catalogApi } = renderInput('information.owner');
      const query = jest.spyOn(catalogApi, 'queryEntities');
      const input = await screen.findByRole('combobox');
      await userEvent.type(input, 'retail');
      const names = async () =>
        (await screen.findAllByRole('option')).map(
          option => option.textContent,
        );
      await waitFor(async () =>
        expect(await names()).toEqual([
          'Jo Retaileruser:default/jo',
          'Retail Bankinggroup:default/retail-banking',
        ]),
      );
      expect(query).toHaveBeenLastCalledWith(
        expect.objectContaining({
          fullTextFilter: expect.objectContaining({ term: 'retail' }),
          limit: 20,
        }),
      );
      await userEvent.click(
        screen.getByRole('option', { name: 'Retail Banking' }),
      );
      expect(last()).toBe('group:default/retail-banking');
      await waitFor(() => expect(input).toHaveValue('Retail Banking'));
    });

    it('shows the title of what is chosen, and can be cleared', async () => {
      const { last } = renderInput('information.owner', {
        value: 'group:default/retail-banking',
      });
      const input = await screen.findByRole('combobox');
      await waitFor(() => expect(input).toHaveValue('Retail Banking'));
      expect(screen.queryByText(/does not have/)).not.toBeInTheDocument();
      await userEvent.clear(input);
      await userEvent.tab();
      expect(last()).toBe('');
    });

    it('keeps one that the catalog does not have, and says so', async () => {
      const { last } = renderInput('information.owner', {
        value: 'group:default/gone',
      });
      const input = await screen.findByRole('combobox');
      await waitFor(() =>
        expect(input).toHaveAccessibleDescription(
          expect.stringContaining(
            'The catalog does not have group:default/gone.',
          ),
        ),
      );
      expect(input).toHaveValue('group:default/gone');
      act(() => input.focus());
      await userEvent.tab();
      expect(input).toHaveValue('group:default/gone');
      expect(last()).toBeUndefined();
    });
  });

  it.each([
    'serviceLevel.tier',
    'serviceLevel.availabilityTarget',
    'serviceLevel.slos',
    'serviceLevel.responseTargets',
    'information.cia',
    'information.owner',
    'information.residency',
    'continuity.rto',
    'continuity.plan',
    'continuity.lastTestedOn',
    'scope.smsReason',
    'supplier.subcontractors',
  ])('of %s is accessible', async id => {
    const field = vocabulary.fields.find(entry => entry.id === id)!;
    const { container } = renderInput(id, { error: 'Wrong.' });
    await screen.findAllByText(field.title);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('of certificates is accessible', async () => {
    const { container } = renderInput('supplier.certifications', {
      value: [{ scheme: 'SOC 2', validUntil: '2027-01-31' }],
      error: 'Wrong.',
    });
    await screen.findByText('Certifications');
    expect(await axe(container)).toHaveNoViolations();
  });
});
