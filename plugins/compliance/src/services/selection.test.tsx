import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { manyServices, renderServices } from './__testUtils__/renderServices';

jest.setTimeout(60_000);

const boxOf = (name: string) =>
  within(
    screen.getByRole('link', { name }).closest('[role="row"]') as HTMLElement,
  ).getByRole('checkbox');

describe('selection of services', () => {
  it('edits those of several pages together', async () => {
    const { api, queryEntities } = manyServices(30);
    const bulkEdit = jest.spyOn(api, 'bulkEdit');
    renderServices(api);
    await screen.findByText('1–25 of 30');
    expect(screen.queryByText('Edit selected')).not.toBeInTheDocument();
    await userEvent.click(boxOf('service-1'));
    expect(screen.getByText('1 service selected')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await screen.findByText('26–30 of 30');
    const [all] = screen.getAllByRole('checkbox');
    await userEvent.click(all);
    expect(screen.getByText('6 services selected')).toBeInTheDocument();
    // Those of the other page stay.
    await userEvent.click(all);
    expect(screen.getByText('1 service selected')).toBeInTheDocument();
    await userEvent.click(boxOf('service-27'));

    const asked = queryEntities.mock.calls.length;
    await userEvent.click(
      screen.getByRole('button', { name: 'Edit selected' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Edit 2 services' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: /Add a field/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Service tier' }),
    );
    await userEvent.click(
      await dialog.findByRole('button', { name: /^(?!Do not).*Service tier$/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Tier 0/ }),
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Set 1 field on 2 services' }),
    );
    await waitFor(() =>
      expect(bulkEdit.mock.calls[0][0].entityRefs).toEqual([
        'component:default/service-1',
        'component:default/service-27',
      ]),
    );
    await userEvent.click(await dialog.findByRole('button', { name: 'Done' }));
    await waitFor(() =>
      expect(queryEntities.mock.calls.length).toBeGreaterThan(asked),
    );
    expect(screen.queryByText(/selected$/)).not.toBeInTheDocument();
  });

  it('forgets what is selected when other services are asked for', async () => {
    const { api } = manyServices(3);
    renderServices(api);
    await screen.findByText('1–3 of 3');
    await userEvent.click(boxOf('service-2'));
    await userEvent.type(screen.getByRole('searchbox'), 'service');
    await waitFor(() =>
      expect(screen.queryByText('1 service selected')).not.toBeInTheDocument(),
    );
    await screen.findByText('1–3 of 3');
    await userEvent.click(boxOf('service-2'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear selection' }),
    );
    expect(boxOf('service-2')).not.toBeChecked();
  });

  it('is accessible', async () => {
    const { api } = manyServices(2);
    const { container } = renderServices(api);
    await screen.findByText('1–2 of 2');
    await userEvent.click(boxOf('service-1'));
    expect(await axe(container)).toHaveNoViolations();
  });
});
