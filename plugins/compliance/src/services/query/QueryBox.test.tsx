import { ResponseError } from '@backstage/errors';
import { coverageStates } from '@service-compliance/backstage-plugin-compliance-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  addressParams,
  lastQuery,
  manyServices,
  renderServices,
} from '../__testUtils__/renderServices';

jest.setTimeout(60_000);

async function openBox(address = '/') {
  const { api, queryEntities } = manyServices(3);
  const view = renderServices(api, address);
  const toggle = await screen.findByRole('button', { name: 'Query' });
  if (toggle.getAttribute('aria-expanded') === 'false') {
    await userEvent.click(toggle);
  }
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: /^Filter predicate/,
  });
  return { ...view, api, queryEntities, box };
}

/** Types as a keyboard does, without the meaning that braces have for it. */
function type(box: HTMLTextAreaElement, text: string) {
  return userEvent.type(box, text.replace(/[{[]/g, '$&$&'));
}

const optionTexts = () =>
  screen.getAllByRole('option').map(option => option.textContent);

describe('QueryBox', () => {
  it('asks for what the predicate says, and keeps it in the address', async () => {
    const { box, queryEntities } = await openBox();
    const apply = screen.getByRole('button', { name: 'Apply' });
    expect(apply).toBeDisabled();

    const text = '$not:\n  check.continuity-tested: pass';
    fireEvent.change(box, { target: { value: text } });
    await userEvent.click(apply);
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        query: { $not: { 'check.continuity-tested': 'pass' } },
      }),
    );
    expect(addressParams()).toEqual({ query: [text] });

    fireEvent.change(box, { target: { value: '{"level": "gold"}' } });
    fireEvent.keyDown(box, { key: 'Enter', metaKey: true });
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        query: { level: 'gold' },
      }),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(lastQuery(queryEntities).query).toBeUndefined());
    expect(box).toHaveValue('');
    expect(addressParams()).toEqual({});
  });

  it('says what is wrong and where, and applies nothing', async () => {
    const { box, queryEntities } = await openBox();
    fireEvent.change(box, {
      target: { value: 'kind: api\ninformation.clasification: public' },
    });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent(
      'Line 2, column 1: unknown field, did you mean information.classification?',
    );
    expect(problem.querySelector('pre')?.textContent).toBe(
      'information.clasification: public\n^^^^^^^^^^^^^^^^^^^^^^^^^',
    );
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(/did you mean/);
    expect(queryEntities).toHaveBeenCalledTimes(1);
    expect(addressParams()).toEqual({});

    // It is not judged while it is typed.
    fireEvent.change(box, { target: { value: 'kind: ap' } });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(box).not.toBeInvalid();
  });

  it('shows no services for a query of the address that is wrong', async () => {
    const { queryEntities } = await openBox('/?query=%7B+knd:+api+%7D');
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^Line 1, column 3: unknown field/,
    );
    expect(
      screen.getByText(/^The query has a mistake, so no services/),
    ).toBeInTheDocument();
    expect(queryEntities).not.toHaveBeenCalled();
  });

  it('says what the backend does not take', async () => {
    const { box, queryEntities } = await openBox();
    queryEntities.mockRejectedValueOnce(
      await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: { name: 'InputError', message: 'query.kind: too much' },
            response: { statusCode: 400 },
          }),
          { status: 400, headers: { 'content-type': 'application/json' } },
        ),
      ),
    );
    fireEvent.change(box, { target: { value: 'kind: api' } });
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'query.kind: too much',
    );
  });

  it('completes names and levels with the keyboard', async () => {
    const { box } = await openBox();
    await type(box, '{ information.cl');
    expect(optionTexts()).toEqual([
      'information.classificationInformation classification',
    ]);
    expect(box).toHaveAttribute(
      'aria-activedescendant',
      screen.getByRole('option', { selected: true }).id,
    );
    expect(screen.getByText('1 suggestion')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(box).toHaveValue('{ information.classification: ');

    expect(optionTexts()).toEqual([
      'public',
      'internal',
      'confidential',
      'restricted',
      'unset',
    ]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent(
      'confidential',
    );
    await userEvent.keyboard('{ArrowUp}{Tab}');
    expect(box).toHaveValue('{ information.classification: internal');
    expect(box).toHaveFocus();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await type(box, ', kin');
    expect(screen.getByRole('listbox')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();

    // Enter is a new line again.
    await userEvent.keyboard('{Enter}');
    expect(box).toHaveValue('{ information.classification: internal, kin\n');
    await userEvent.keyboard('{Control>} {/Control}');
    expect(screen.getByRole('listbox')).toBeInTheDocument();
  });

  it('completes clauses and how they stand', async () => {
    const { box } = await openBox();
    await type(box, 'A.5.30');
    expect(optionTexts()).toEqual([
      'clause.iso27001-2022.A.5.30A.5.30 ICT readiness for business continuity',
    ]);
    await userEvent.keyboard('{Enter}');
    expect(box).toHaveValue('clause.iso27001-2022.A.5.30: ');
    expect(optionTexts()).toEqual([...coverageStates, 'unset']);
  });

  it('completes where the caret is, with the mouse too', async () => {
    const { box } = await openBox();
    fireEvent.change(box, { target: { value: '{ level: , kind: api }' } });
    box.setSelectionRange(9, 9);
    fireEvent.keyDown(box, { key: ' ', ctrlKey: true });
    await userEvent.click(screen.getByRole('option', { name: 'gold' }));
    expect(box).toHaveValue('{ level: gold, kind: api }');
    expect(box.selectionStart).toBe(13);
  });

  it('is accessible, with suggestions and with a mistake', async () => {
    const { box, container } = await openBox('/?query=knd:+api');
    await screen.findByRole('alert');
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.clear(box);
    await type(box, 'own');
    expect(
      within(screen.getByRole('listbox')).getAllByRole('option').length,
    ).toBeGreaterThan(1);
    expect(await axe(container)).toHaveNoViolations();
  });
});
