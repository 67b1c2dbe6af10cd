import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  addressParams,
  lastQuery,
  manyServices,
  renderServices,
} from '../__testUtils__/renderServices';

jest.setTimeout(60_000);

const openMenu = async (name: string | RegExp = /^View/) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function pick(item: string) {
  await openMenu();
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('views of services', () => {
  it('has three that everybody has', async () => {
    const { api, queryEntities } = manyServices(3);
    renderServices(api);
    await screen.findByText('1–3 of 3');

    await pick('Unclassified');
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: { classification: ['unset'] },
      }),
    );
    expect(addressParams()).toMatchObject({
      classification: ['unset'],
      view: ['unclassified'],
    });

    await pick('Untested continuity');
    await waitFor(() =>
      expect(lastQuery(queryEntities).filter).toEqual({
        classification: ['confidential', 'restricted'],
        check: { id: 'continuity-tested', status: ['fail', 'unknown'] },
      }),
    );

    await pick('Exposed suppliers');
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: { serviceTier: ['tier-0', 'tier-1'] },
        query: { $any: [{ supplierRisk: { $in: ['high', 'critical'] } }] },
      }),
    );
    expect(
      screen.getByRole('button', { name: 'View: Exposed suppliers' }),
    ).toBeInTheDocument();

    await pick('All services');
    await waitFor(() => expect(addressParams()).toEqual({}));
  });

  it('says when something else than the view is shown', async () => {
    renderServices(undefined, '/?view=unclassified&classification=unset');
    expect(
      await screen.findByRole('button', { name: 'View: Unclassified' }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(screen.getByRole('grid', { name: 'Active filters' })).getByRole(
        'button',
      ),
    );
    expect(
      screen.getByRole('button', { name: 'View: Unclassified (changed)' }),
    ).toBeInTheDocument();
  });

  it('saves, updates, renames and deletes those of the reader', async () => {
    const storage = mockApis.storage();
    const { api } = manyServices(3);
    const { unmount } = renderServices(api, '/?level=gold', storage);

    await pick('Save as a view');
    const save = await screen.findByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Name' }),
      ' Best ',
    );
    await userEvent.click(save);
    expect(
      await screen.findByRole('button', { name: 'View: Best' }),
    ).toBeInTheDocument();

    // Another one must have another name.
    await pick('Save as a view');
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'Best',
    );
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(
      screen.getByText('You have a view of this name already.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    await userEvent.type(screen.getByRole('searchbox'), 'pay');
    await pick('Save changes to “Best”');
    expect(
      await screen.findByRole('button', { name: 'View: Best' }),
    ).toBeInTheDocument();

    await pick('Rename “Best”');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Golden{Enter}');
    expect(
      await screen.findByRole('button', { name: 'View: Golden' }),
    ).toBeInTheDocument();
    unmount();

    renderServices(api, '/', storage);
    await pick('Golden');
    await waitFor(() =>
      expect(addressParams()).toMatchObject({ q: ['pay'], level: ['gold'] }),
    );

    await pick('Delete “Golden”');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Views' }),
    ).toBeInTheDocument();
    await openMenu();
    await screen.findByRole('menuitem', { name: 'Unclassified' });
    expect(
      screen.queryByRole('menuitem', { name: /Golden/ }),
    ).not.toBeInTheDocument();
    // What it showed is still shown.
    expect(addressParams()).toEqual({ q: ['pay'], level: ['gold'] });
  });

  it('is accessible', async () => {
    const { baseElement } = renderServices();
    await screen.findByRole('link', { name: 'Payment gateway' });
    await pick('Save as a view');
    await screen.findByRole('dialog');
    expect(
      await axe(baseElement, { rules: { region: { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
