import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { InvalidValuesError } from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComplianceApi } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { BulkEditDialog } from './BulkEditDialog';

jest.setTimeout(30_000);

const entityRefs = ['ledger', 'payments', 'gateway', 'archive'].map(
  name => `component:default/${name}`,
);

function renderDialog(api = new FakeComplianceApi()) {
  const onClose = jest.fn();
  const onDone = jest.fn();
  const bulkEdit = jest.spyOn(api, 'bulkEdit');
  renderInTestApp(
    <BulkEditDialog
      entityRefs={entityRefs}
      titles={{ 'component:default/ledger': 'The ledger' }}
      onClose={onClose}
      onDone={onDone}
    />,
    {
      apis: [
        [complianceApiRef, api],
        [catalogApiRef, new InMemoryCatalogClient()],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { bulkEdit, onClose, onDone };
}

async function choose(select: RegExp, option: string) {
  await userEvent.click(await screen.findByRole('button', { name: select }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function addField(title: string, value: string) {
  await choose(/Add a field/, title);
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: title })).toHaveFocus(),
  );
  await userEvent.keyboard(value);
}

const submit = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

describe('BulkEditDialog', () => {
  it('sets the chosen fields only, and says on how many services', async () => {
    const { bulkEdit, onDone, onClose } = renderDialog();
    expect(
      await screen.findByRole('dialog', { name: 'Edit 4 services' }),
    ).toHaveTextContent('all other values stay as they are');
    expect(
      screen.getByRole('button', { name: /^Set 0 fields/ }),
    ).toBeDisabled();

    await choose(/Facet/, 'Continuity');
    await addField('Recovery time objective (RTO)', '4 hours');
    await addField('Continuity plan', 'https://example.com/plan');
    await addField('Achieved recovery time', '2h');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Do not change Achieved recovery time',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Set 2 fields on 4 services' }),
    );

    const done = await screen.findByText('All services have these values now');
    await waitFor(() => expect(done.closest('[role="status"]')).toHaveFocus());
    expect(bulkEdit).toHaveBeenCalledWith({
      entityRefs,
      group: 'continuity',
      values: { rto: 'PT4H', plan: 'https://example.com/plan' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onDone).toHaveBeenCalledWith(
      entityRefs.map(entityRef => ({ entityRef, outcome: 'saved' })),
    );
    expect(onClose).not.toHaveBeenCalled();
  });

  it('does not send what cannot be saved, and leads to it', async () => {
    const { bulkEdit } = renderDialog();
    await choose(/Facet/, 'Continuity');
    await addField('Continuity plan', 'https://example.com/plan');
    await addField('Recovery time objective (RTO)', 'soon');
    await addField('Achieved recovery time', ' ');
    await submit();
    const rto = screen.getByRole('textbox', {
      name: 'Recovery time objective (RTO)',
    });
    await waitFor(() => expect(rto).toHaveFocus());
    expect(rto).toBeInvalid();
    expect(screen.getByText(/Expected a duration/)).toBeInTheDocument();
    expect(
      screen.getByText('Enter a value, or do not change this field.'),
    ).toBeInTheDocument();
    expect(bulkEdit).not.toHaveBeenCalled();
  });

  it('takes errors of the backend to their fields and keeps the values', async () => {
    const api = new FakeComplianceApi();
    const { bulkEdit } = renderDialog(api);
    await choose(/Facet/, 'Continuity');
    await addField('Recovery time objective (RTO)', 'P2D');
    bulkEdit.mockRejectedValueOnce(
      new InvalidValuesError('Refused', [
        { field: 'rto', path: [], message: 'expected at most a day' },
        { field: 'mtpd', path: [], message: 'expected more' },
      ]),
    );
    await submit();
    expect(
      await screen.findByText('Expected at most a day.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('mtpd: expected more');
    const rto = screen.getByRole('textbox', {
      name: 'Recovery time objective (RTO)',
    });
    await waitFor(() => expect(rto).toHaveFocus());
    expect(rto).toHaveValue('P2D');
  });

  it('loses nothing when the backend is away', async () => {
    const { bulkEdit, onClose, onDone } = renderDialog();
    await choose(/Facet/, 'Operations');
    await addField('Runbook', 'https://example.com/r');
    bulkEdit.mockRejectedValueOnce(new Error('The backend is away'));
    await submit();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away What you entered is still here.',
    );
    expect(screen.getByRole('textbox', { name: 'Runbook' })).toHaveValue(
      'https://example.com/r',
    );
    // It may have been saved all the same.
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onDone).toHaveBeenCalledWith([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('lists what failed and why, and tries only that again', async () => {
    const api = new FakeComplianceApi();
    api.bulkResults = [
      {
        entityRef: entityRefs[0],
        outcome: 'invalid',
        errors: [
          { field: 'rto', path: [], message: 'expected at most the MTPD' },
        ],
      },
      { entityRef: entityRefs[1], outcome: 'forbidden' },
      { entityRef: entityRefs[2], outcome: 'not-found' },
      { entityRef: entityRefs[3], outcome: 'unchanged' },
    ];
    const { bulkEdit, onDone } = renderDialog(api);
    await choose(/Facet/, 'Continuity');
    await addField('Recovery time objective (RTO)', 'P2D');
    await submit();

    const summary = await screen.findByText('3 services were not changed');
    expect(summary.closest('[role="status"]')).toHaveTextContent(
      '0 saved, 1 had these values already',
    );
    const failures = within(
      screen.getByRole('region', { name: 'Not changed' }),
    ).getAllByRole('listitem');
    expect(failures.map(item => item.textContent)).toEqual([
      'The ledgerRecovery time objective (RTO): expected at most the MTPD',
      'component:default/paymentsYou may not edit it',
      'component:default/gatewayIt does not exist, or you may not see it',
    ]);
    expect(within(failures[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance',
    );

    api.bulkResults = [{ entityRef: entityRefs[1], outcome: 'forbidden' }];
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again for 3 services' }),
    );
    expect(
      await screen.findByText('1 service was not changed'),
    ).toBeInTheDocument();
    expect(bulkEdit).toHaveBeenLastCalledWith(
      expect.objectContaining({ entityRefs: entityRefs.slice(0, 3) }),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Change the values' }),
    );
    const rto = await screen.findByRole('textbox', {
      name: 'Recovery time objective (RTO)',
    });
    expect(rto).toHaveValue('P2D');
    await userEvent.clear(rto);
    await userEvent.type(rto, 'PT1H');
    api.bulkResults = [];
    await userEvent.click(
      screen.getByRole('button', { name: 'Set 1 field on 1 service' }),
    );
    await screen.findByText('All services have these values now');
    await userEvent.keyboard('{Escape}');
    expect(
      onDone.mock.calls[0][0].map(
        ({ outcome }: { outcome: string }) => outcome,
      ),
    ).toEqual(['saved', 'saved', 'saved', 'unchanged']);
  });

  it('says when trying again fails, and keeps the results', async () => {
    const api = new FakeComplianceApi();
    api.bulkResults = [{ entityRef: entityRefs[0], outcome: 'forbidden' }];
    const { bulkEdit } = renderDialog(api);
    await choose(/Facet/, 'Operations');
    await addField('Runbook', 'https://example.com/r');
    await submit();
    await screen.findByText('1 service was not changed');
    bulkEdit.mockRejectedValueOnce(new Error('The backend is away'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again for 1 service' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away',
    );
    expect(screen.getByText('The ledger')).toBeInTheDocument();
  });

  it('asks before it loses what was entered', async () => {
    const { onClose } = renderDialog();
    await choose(/Facet/, 'Operations');
    await addField('Runbook', 'https://example.com/r');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep editing' }),
    );
    expect(onClose).not.toHaveBeenCalled();
    // What belongs to another facet is not sent, but stays.
    await choose(/Facet/, 'Continuity');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await choose(/Facet/, 'Operations');
    expect(screen.getByRole('textbox', { name: 'Runbook' })).toHaveValue(
      'https://example.com/r',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard' }),
    );
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    const api = new FakeComplianceApi();
    api.bulkResults = [{ entityRef: entityRefs[0], outcome: 'forbidden' }];
    renderDialog(api);
    await choose(/Facet/, 'Operations');
    await addField('Runbook', 'https://example.com/r');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
    await submit();
    await screen.findByText('1 service was not changed');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
