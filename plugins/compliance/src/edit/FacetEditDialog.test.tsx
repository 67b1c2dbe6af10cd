import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  EntityResponse,
  InvalidValuesError,
  PreviewResponse,
  ProfileValues,
} from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import {
  entityResponse,
  FakeComplianceApi,
  result,
  vocabulary,
} from '../__testUtils__';
import { complianceApiRef } from '../api';
import { FacetEditDialog, FacetEditDialogProps } from './FacetEditDialog';

function apiWith(
  values: { declared?: ProfileValues; edited?: ProfileValues } = {},
  overrides: Partial<EntityResponse> = {},
) {
  const api = new FakeComplianceApi();
  const { declared = {}, edited = {} } = values;
  api.entities = [entityResponse({ declared, edited, results: [], overrides })];
  return api;
}

function renderDialog(
  api: FakeComplianceApi,
  props: Partial<FacetEditDialogProps> = {},
) {
  const onClose = jest.fn();
  const onSaved = jest.fn();
  renderInTestApp(
    <FacetEditDialog
      entityRef="component:default/payments"
      group="continuity"
      onClose={onClose}
      onSaved={onSaved}
      {...props}
    />,
    { apis: [[complianceApiRef, api], catalogApiMock()] },
  );
  return { onClose, onSaved };
}

const textbox = (name: string | RegExp) =>
  screen.findByRole('textbox', { name });
const rto = () => textbox(/^Recovery time objective/);
const mtpd = () => textbox(/^Maximum tolerable period/);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const edited = (api: FakeComplianceApi) => api.entities[0].edited;

/** Waits for the time after which a preview is asked for. */
const previewOf = (text: string | RegExp) =>
  screen.findByText(text, { selector: '[role="status"]' });

describe('FacetEditDialog', () => {
  it('completes a facet with the keyboard alone', async () => {
    const api = apiWith();
    const { onSaved, onClose } = renderDialog(api);
    await waitFor(() =>
      expect(screen.getByLabelText('Continuity tier')).toHaveFocus(),
    );
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('listbox');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(
      await screen.findByText(/^Back within half a working day/),
    ).toHaveTextContent(
      'Implies RTO 4 hours, RPO 1 hour, MTPD 1 day and a test within 1 year.',
    );
    // The focus comes back a moment after the list is gone.
    await waitFor(() =>
      expect(screen.queryByRole('listbox')).not.toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Continuity tier')).toHaveFocus(),
    );

    await userEvent.tab();
    await userEvent.tab();
    await waitFor(async () => expect(await rto()).toHaveFocus());
    await userEvent.keyboard('2h');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(
      button('Not applicable: Recovery point objective (RPO)'),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}Stores no data');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());

    expect(edited(api).continuity).toEqual({
      tier: 'tier-2',
      rto: 'PT2H',
      notApplicableFields: { rpo: 'Stores no data' },
    });
    expect(onSaved).toHaveBeenCalledWith(api.entities[0]);
  });

  it('keeps what is entered when Enter is pressed in a text', async () => {
    const api = apiWith();
    const { onClose } = renderDialog(api);
    await userEvent.type(await rto(), '2h{Enter}');
    expect(await rto()).toHaveValue('2h');
    expect(onClose).not.toHaveBeenCalled();
    expect(edited(api)).toEqual({});
  });

  it('starts at the field that was asked for', async () => {
    renderDialog(apiWith(), { field: 'mtpd' });
    await waitFor(async () => expect(await mtpd()).toHaveFocus());
  });

  it('starts at the first field that checks ask for', async () => {
    const api = apiWith({ edited: { continuity: { tier: 'tier-2' } } });
    api.entities[0].scorecard.results = [
      result({
        status: 'unknown',
        remediation: { text: '', annotations: ['compliance/continuity-plan'] },
      }),
    ];
    renderDialog(api);
    await waitFor(async () =>
      expect(await textbox('Continuity plan')).toHaveFocus(),
    );
  });

  it('says what a duration means while it is typed', async () => {
    renderDialog(apiWith());
    await userEvent.type(await rto(), 'one');
    expect(await rto()).toHaveAccessibleDescription(
      expect.stringContaining('Write it as 4h, 1 day or PT4H.'),
    );
    await userEvent.clear(await rto());
    await userEvent.type(await rto(), '4h');
    expect(await rto()).toHaveAccessibleDescription(
      expect.stringContaining('= 4 hours (PT4H)'),
    );
  });

  it('shows what the tier implies while nothing is entered', async () => {
    renderDialog(apiWith({ edited: { continuity: { tier: 'tier-2' } } }));
    expect(await rto()).toHaveAttribute('placeholder', '4 hours, from Tier 2');
    expect(await mtpd()).toHaveAttribute('placeholder', '1 day, from Tier 2');
  });

  it('checks a link once it is typed, and says what was meant', async () => {
    renderDialog(apiWith());
    const plan = await textbox('Continuity plan');
    await userEvent.type(plan, 'wiki.example.com/bcp');
    expect(plan).not.toHaveAttribute('aria-invalid');
    await userEvent.tab();
    expect(plan).toHaveAttribute('aria-invalid', 'true');
    expect(plan).toHaveAccessibleDescription(
      expect.stringContaining(
        'Expected an address that starts with http:// or https://. Did you mean https://wiki.example.com/bcp?',
      ),
    );
    await userEvent.clear(plan);
    await userEvent.type(plan, 'https://wiki.example.com/bcp');
    expect(plan).not.toHaveAttribute('aria-invalid');
    expect(
      screen.getByRole('link', { name: /^Open wiki.example.com/ }),
    ).toHaveAttribute('href', 'https://wiki.example.com/bcp');
  });

  it('does not save what is wrong, and leads to it', async () => {
    const api = apiWith();
    renderDialog(api);
    await userEvent.type(await mtpd(), 'soon');
    await userEvent.type(await textbox('Continuity plan'), 'wiki');
    await userEvent.click(button('Save'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '2 fields need attention: Maximum tolerable period of disruption (MTPD), Continuity plan',
    );
    await waitFor(async () => expect(await mtpd()).toHaveFocus());
    expect(edited(api)).toEqual({});
  });

  it('checks fields against each other', async () => {
    const api = apiWith();
    renderDialog(api);
    await userEvent.type(await rto(), '2 days');
    await userEvent.type(await mtpd(), '1 day');
    await userEvent.click(button('Save'));
    await waitFor(async () => expect(await rto()).toHaveFocus());
    expect(await rto()).toHaveAccessibleDescription(
      expect.stringContaining('Expected at most the MTPD of P1D.'),
    );
  });

  it('starts with what is saved, and clears it', async () => {
    const api = apiWith({
      edited: { continuity: { rto: 'PT4H', mtpd: 'P1D' } },
    });
    renderDialog(api);
    expect(await rto()).toHaveValue('PT4H');
    await userEvent.clear(await rto());
    await userEvent.click(button('Save'));
    await waitFor(() =>
      expect(edited(api).continuity).toEqual({ mtpd: 'P1D' }),
    );
  });

  describe('preview', () => {
    const preview: Partial<PreviewResponse> = {
      before: { score: 62, level: 'bronze' },
      scorecard: {
        score: 78,
        level: 'silver',
        results: [
          result({
            checkId: 'continuity-objectives',
            status: 'fail',
            finding:
              'Weaker than Tier 1: RTO is 4 hours, the tier says 1 hour.',
            remediation: { text: '', annotations: ['compliance/rto'] },
          }),
        ],
      },
      resolved: [
        result({ checkId: 'a', title: 'Tier is set', status: 'unknown' }),
        result({ checkId: 'b', status: 'unknown' }),
        result({ checkId: 'c', status: 'fail' }),
      ],
      opened: [result({ checkId: 'd', title: 'Meets tier', status: 'fail' })],
    };

    it('tells what saving would do', async () => {
      const api = apiWith();
      api.preview = preview;
      renderDialog(api);
      await userEvent.type(await rto(), '4h');
      expect(await previewOf(/→/)).toHaveTextContent(
        '62 → 78, Silver; 3 findings resolved, 1 new',
      );
      await userEvent.click(screen.getByText('Findings'));
      expect(screen.getByText(/^Tier is set:/)).toBeVisible();
      expect(screen.getByText(/^Meets tier:/)).toBeVisible();
    });

    it('warns beside a value that is weaker than its tier', async () => {
      const api = apiWith();
      api.preview = preview;
      renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await previewOf(/→/);
      expect(await rto()).toHaveAccessibleDescription(
        expect.stringContaining('Weaker than Tier 1'),
      );
      expect(await rto()).not.toHaveAttribute('aria-invalid');
    });

    it('asks once typing pauses, about what can be saved only', async () => {
      const api = apiWith();
      const ask = jest.spyOn(api, 'previewFacet');
      renderDialog(api);
      await userEvent.type(await rto(), 'P1');
      await userEvent.type(await rto(), 'D');
      await previewOf(/The score stays/);
      expect(ask).toHaveBeenCalledTimes(1);
      expect(ask).toHaveBeenCalledWith(
        {
          entityRef: 'component:default/payments',
          group: 'continuity',
          values: { rto: 'P1D' },
        },
        { signal: expect.any(AbortSignal) },
      );
      await userEvent.clear(await rto());
      expect(screen.queryByText(/The score stays/)).not.toBeInTheDocument();
    });

    it('never stands in the way of saving', async () => {
      const api = apiWith();
      api.previewFacet = async () => {
        throw new Error('down');
      };
      renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await previewOf(/You can save anyway/);
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({ rto: 'PT4H' }),
      );
    });
  });

  describe('what Git declares', () => {
    const declared = { continuity: { rto: 'PT4H' } };

    it('wins, and cannot be marked not applicable here', async () => {
      renderDialog(apiWith({ declared }));
      await userEvent.type(await rto(), '2h');
      expect(await rto()).toHaveAccessibleDescription(
        expect.stringContaining('Git declares 4 hours, which wins.'),
      );
      expect(
        screen.queryByRole('button', {
          name: 'Not applicable: Recovery time objective (RTO)',
        }),
      ).not.toBeInTheDocument();
      expect(
        button('Not applicable: Recovery point objective (RPO)'),
      ).toBeEnabled();
      const facet = screen.getByRole('switch');
      expect(facet).toBeDisabled();
      expect(facet).toHaveAccessibleDescription(
        'Git declares values of this facet, so it can only be marked there.',
      );
    });

    it('is overridden where the portal has precedence', async () => {
      const api = apiWith({ declared });
      api.getVocabulary = async () => ({ ...vocabulary, precedence: 'portal' });
      renderDialog(api);
      expect(await rto()).toHaveAccessibleDescription(
        expect.stringContaining('What you enter here overrides it.'),
      );
    });

    it('decides what the tier implies', async () => {
      renderDialog(apiWith({ declared: { continuity: { tier: 'tier-1' } } }));
      expect(await rto()).toHaveAttribute('placeholder', '1 hour, from Tier 1');
    });
  });

  describe('not applicable', () => {
    it('needs a reason, and can be undone', async () => {
      const api = apiWith({ edited: { continuity: { rpo: 'PT1H' } } });
      renderDialog(api);
      const title = 'Recovery point objective (RPO)';
      await userEvent.click(
        await screen.findByRole('button', { name: `Not applicable: ${title}` }),
      );
      const reason = await textbox(`Why ${title} does not apply`);
      expect(reason).toHaveFocus();
      expect(reason).toBeRequired();
      await userEvent.click(button('Save'));
      await waitFor(() => expect(reason).toHaveAttribute('aria-invalid'));
      expect(edited(api).continuity).toEqual({ rpo: 'PT1H' });

      await userEvent.click(button(`Undo: ${title} applies`));
      expect(await textbox(title)).toHaveValue('PT1H');
      expect(await textbox(title)).toHaveFocus();
      await userEvent.click(button(`Not applicable: ${title}`));
      await userEvent.keyboard('Stores no data');
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({
          notApplicableFields: { rpo: 'Stores no data' },
        }),
      );
    });

    it('goes for the whole facet', async () => {
      const api = apiWith({ edited: { continuity: { rpo: 'PT1H' } } });
      renderDialog(api);
      const facet = await screen.findByRole('switch', {
        name: 'This facet does not apply',
      });
      await userEvent.click(facet);
      expect(facet).toHaveAccessibleDescription(
        'Saving removes 1 value that is entered here.',
      );
      const reason = await textbox('Why Continuity does not apply');
      expect(reason).toHaveFocus();
      expect(reason).not.toHaveAttribute('aria-invalid');
      await userEvent.click(button('Save'));
      await waitFor(() => expect(reason).toHaveAttribute('aria-invalid'));
      await userEvent.type(reason, 'Retired');
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({ notApplicable: 'Retired' }),
      );
    });

    it('keeps the values until it is saved', async () => {
      renderDialog(apiWith({ edited: { continuity: { rpo: 'PT1H' } } }));
      const facet = await screen.findByRole('switch');
      await userEvent.click(facet);
      expect(
        screen.queryByLabelText('Recovery point objective (RPO)'),
      ).not.toBeInTheDocument();
      await userEvent.click(facet);
      expect(await textbox('Recovery point objective (RPO)')).toHaveValue(
        'PT1H',
      );
    });
  });

  it('asks for a reason where something is out of scope', async () => {
    const api = apiWith();
    renderDialog(api, { group: 'scope' });
    const scope = await screen.findByLabelText('Service management scope');
    expect(scope).toHaveTextContent('In scope, from the configuration');
    expect(
      screen.queryByRole('textbox', { name: /^Reason/ }),
    ).not.toBeInTheDocument();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();

    await userEvent.click(scope);
    await userEvent.click(
      await screen.findByRole('option', { name: /^Out of scope/ }),
    );
    const reason = await textbox(/^Reason for the service management scope/);
    expect(reason).toBeRequired();
    await userEvent.click(button('Save'));
    await waitFor(() => expect(reason).toHaveFocus());
    expect(reason).toHaveAccessibleDescription(
      expect.stringContaining('Expected a reason for being out of scope.'),
    );
    await userEvent.type(reason, 'Retired');
    await userEvent.click(button('Save'));
    await waitFor(() =>
      expect(edited(api).scope).toEqual({ sms: 'out', smsReason: 'Retired' }),
    );
  });

  describe('in a row of edits', () => {
    const groups = ['continuity', 'information'] as const;

    function Row(props: { onSaved: () => void; onEnd: () => void }) {
      const [index, setIndex] = useState(0);
      return (
        <FacetEditDialog
          entityRef="component:default/payments"
          group={groups[index]}
          position={`${index + 1} of 2`}
          onClose={props.onEnd}
          onSaved={props.onSaved}
          onNext={() => setIndex(index + 1)}
        />
      );
    }

    function renderRow(api: FakeComplianceApi) {
      const [onSaved, onEnd] = [jest.fn(), jest.fn()];
      renderInTestApp(<Row onSaved={onSaved} onEnd={onEnd} />, {
        apis: [[complianceApiRef, api], catalogApiMock()],
      });
      return { onSaved, onEnd };
    }

    it('saves and moves on', async () => {
      const api = apiWith();
      const { onSaved, onEnd } = renderRow(api);
      expect(await screen.findByRole('dialog')).toHaveAccessibleName(
        'Continuity of Payment gateway 1 of 2',
      );
      await userEvent.type(await rto(), '4h');
      await userEvent.keyboard('{Control>}{Enter}{/Control}');
      await waitFor(() =>
        expect(
          screen.getByLabelText('Information classification'),
        ).toHaveFocus(),
      );
      expect(screen.getByRole('dialog')).toHaveAccessibleName(
        'Information of Payment gateway 2 of 2',
      );
      expect(edited(api).continuity).toEqual({ rto: 'PT4H' });
      expect(onSaved).toHaveBeenCalledTimes(1);
      expect(onEnd).not.toHaveBeenCalled();
    });

    it('skips without saving, but not what was entered', async () => {
      const api = apiWith();
      renderRow(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.click(button('Skip'));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Keep editing' }),
      );
      expect(await rto()).toHaveValue('4h');
      await userEvent.click(button('Skip'));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Discard' }),
      );
      expect(
        await screen.findByLabelText('Information classification'),
      ).toBeInTheDocument();
      expect(edited(api)).toEqual({});
    });

    it('saves and ends', async () => {
      const api = apiWith();
      const { onEnd } = renderRow(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.click(button('Save'));
      await waitFor(() => expect(onEnd).toHaveBeenCalled());
      expect(edited(api).continuity).toEqual({ rto: 'PT4H' });
    });
  });

  describe('leaving', () => {
    it('needs no question when nothing was entered', async () => {
      const { onClose } = renderDialog(apiWith());
      await rto();
      await userEvent.click(button('Cancel'));
      expect(onClose).toHaveBeenCalledTimes(1);
    });

    it('asks before what was entered is lost', async () => {
      const api = apiWith();
      const { onClose } = renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.keyboard('{Escape}');
      expect(
        await screen.findByRole('alertdialog', {
          name: 'Leave without saving what you entered?',
        }),
      ).toBeInTheDocument();
      expect(button('Keep editing')).toHaveFocus();
      await userEvent.keyboard('{Enter}');
      expect(await rto()).toHaveFocus();
      expect(await rto()).toHaveValue('4h');
      expect(onClose).not.toHaveBeenCalled();

      await userEvent.click(button('Close'));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Discard' }),
      );
      expect(onClose).toHaveBeenCalledTimes(1);
      expect(edited(api)).toEqual({});
    });
  });

  describe('saving', () => {
    it('happens once however often it is asked for', async () => {
      const api = apiWith();
      const { saveFacet } = api;
      let release = () => {};
      api.saveFacet = jest.fn(async edit => {
        await new Promise<void>(resolve => {
          release = resolve;
        });
        return saveFacet(edit);
      });
      const { onSaved } = renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
      await userEvent.click(button(/Save/));
      release();
      await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
      expect(api.saveFacet).toHaveBeenCalledTimes(1);
    });

    it('sends nothing when nothing was changed', async () => {
      const api = apiWith();
      const save = jest.spyOn(api, 'saveFacet');
      const { onClose, onSaved } = renderDialog(api);
      await rto();
      await userEvent.click(button('Save'));
      await waitFor(() => expect(onClose).toHaveBeenCalled());
      expect(save).not.toHaveBeenCalled();
      expect(onSaved).not.toHaveBeenCalled();
    });

    it('returns what the backend refuses to its fields', async () => {
      const api = apiWith();
      api.saveFacet = async () => {
        throw new InvalidValuesError('Some values cannot be saved', [
          { field: 'mtpd', path: [], message: 'expected less than a year' },
          { field: '', path: [], message: 'expected fewer values' },
        ]);
      };
      renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.type(await mtpd(), '2 years');
      await userEvent.click(button('Save'));
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('Maximum tolerable period of disruption');
      expect(alert).toHaveTextContent('Expected fewer values.');
      await waitFor(async () => expect(await mtpd()).toHaveFocus());
      expect(await mtpd()).toHaveAttribute('aria-invalid', 'true');
      expect(await mtpd()).toHaveAccessibleDescription(
        expect.stringContaining('Expected less than a year.'),
      );
      await userEvent.type(await mtpd(), ' 1 day');
      expect(await mtpd()).not.toHaveAttribute('aria-invalid');
    });

    it.each([
      [new NotAllowedError('no'), 'You may not edit the profile'],
      [new NotFoundError('gone'), 'not in the catalog any more'],
      [new TypeError('Failed to fetch'), 'cannot be reached'],
      [
        Object.assign(new Error('Request failed'), { statusCode: 503 }),
        'cannot be reached',
      ],
      [new Error('The disk is full'), 'The disk is full'],
    ])('says that it failed with %s, and keeps all', async (error, message) => {
      const api = apiWith();
      const { saveFacet } = api;
      api.saveFacet = async () => {
        throw error;
      };
      const { onSaved } = renderDialog(api);
      await userEvent.type(await rto(), '4h');
      await userEvent.click(button('Save'));
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(message);
      expect(alert).toHaveTextContent('Everything you entered is still here.');
      expect(await rto()).toHaveValue('4h');

      api.saveFacet = saveFacet;
      await userEvent.click(button('Save'));
      await waitFor(() => expect(onSaved).toHaveBeenCalled());
      expect(edited(api).continuity).toEqual({ rto: 'PT4H' });
    });
  });

  describe('when somebody else saved meanwhile', () => {
    const saveAs = (
      api: FakeComplianceApi,
      group: 'continuity' | 'information',
      values: object,
    ) =>
      api.saveFacet({
        entityRef: 'component:default/payments',
        group,
        values,
        version: api.entities[0].version,
      });
    const difference = (name: string | RegExp) =>
      screen.findByRole('radiogroup', { name });

    it('merges both, asking where both changed the same', async () => {
      const api = apiWith({
        edited: { continuity: { rto: 'PT4H', mtpd: 'P2D', rpo: 'PT1H' } },
      });
      const { onClose } = renderDialog(api);
      await userEvent.clear(await rto());
      await userEvent.type(await rto(), '2h');
      await userEvent.type(
        await textbox('Continuity plan'),
        'https://wiki.example.com/bcp',
      );
      await saveAs(api, 'continuity', {
        rto: 'PT3H',
        mtpd: 'P1D',
        rpo: 'PT1H',
      });
      await userEvent.click(button('Save'));

      const contested = within(await difference(/^Recovery time objective/));
      expect(contested.getByText('Before: 4 hours')).toBeInTheDocument();
      const mine = contested.getByRole('radio', { name: 'Mine: 2 hours' });
      expect(mine).not.toBeChecked();
      expect(
        contested.getByRole('radio', { name: 'Theirs: 3 hours' }),
      ).not.toBeChecked();
      expect(
        within(await difference(/^Maximum tolerable/)).getByRole('radio', {
          name: 'Theirs: 1 day',
        }),
      ).toBeChecked();
      expect(
        within(await difference('Continuity plan')).getByRole('radio', {
          name: 'Mine: https://wiki.example.com/bcp',
        }),
      ).toBeChecked();
      expect(
        screen.queryByRole('radiogroup', { name: /^Recovery point/ }),
      ).not.toBeInTheDocument();

      await userEvent.click(button('Save the merged values'));
      expect(await difference(/^Recovery time objective/)).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      expect(onClose).not.toHaveBeenCalled();
      await userEvent.click(mine);
      await userEvent.click(button('Save the merged values'));
      await waitFor(() => expect(onClose).toHaveBeenCalled());
      expect(edited(api).continuity).toEqual({
        rto: 'PT2H',
        mtpd: 'P1D',
        rpo: 'PT1H',
        plan: 'https://wiki.example.com/bcp',
      });
    });

    it('leads back to the form with nothing lost', async () => {
      const api = apiWith();
      renderDialog(api);
      await userEvent.type(await rto(), '2h');
      await saveAs(api, 'continuity', { rto: 'PT3H', mtpd: 'P1D' });
      await userEvent.click(button('Save'));
      await difference(/^Recovery time objective/);
      await userEvent.click(button('Back to the form'));
      expect(await rto()).toHaveValue('PT2H');
      expect(await mtpd()).toHaveValue('P1D');
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({ rto: 'PT2H', mtpd: 'P1D' }),
      );
    });

    it('merges again when there is yet another change', async () => {
      const api = apiWith();
      renderDialog(api);
      await userEvent.type(await rto(), '2h');
      await saveAs(api, 'continuity', { mtpd: 'P1D' });
      await userEvent.click(button('Save'));
      await difference(/^Maximum tolerable/);
      await saveAs(api, 'continuity', { mtpd: 'P2D' });
      await userEvent.click(button('Save the merged values'));
      await screen.findByRole('radio', { name: 'Theirs: 2 days' });
      await userEvent.click(button('Save the merged values'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({ rto: 'PT2H', mtpd: 'P2D' }),
      );
    });

    it('goes back to the form when the two do not go together', async () => {
      const api = apiWith();
      renderDialog(api);
      await userEvent.type(await rto(), '2 days');
      await saveAs(api, 'continuity', { mtpd: 'P1D' });
      await userEvent.click(button('Save'));
      await difference(/^Maximum tolerable/);
      await userEvent.click(button('Save the merged values'));
      await waitFor(async () => expect(await rto()).toHaveFocus());
      expect(await rto()).toHaveAccessibleDescription(
        expect.stringContaining('Expected at most the MTPD of P1D.'),
      );
      expect(await mtpd()).toHaveValue('P1D');
    });

    it('saves at once when that was another facet', async () => {
      const api = apiWith();
      const { onClose } = renderDialog(api);
      await userEvent.type(await rto(), '2h');
      await saveAs(api, 'information', { retention: 'P1Y' });
      await userEvent.click(button('Save'));
      await waitFor(() => expect(onClose).toHaveBeenCalled());
      expect(edited(api)).toEqual({
        information: { retention: 'P1Y' },
        continuity: { rto: 'PT2H' },
      });
    });

    it('takes a save that arrived before for what it is', async () => {
      const api = apiWith();
      const { saveFacet } = api;
      api.saveFacet = async edit => {
        await saveFacet(edit);
        throw new TypeError('Failed to fetch');
      };
      const { onSaved } = renderDialog(api);
      await userEvent.type(await rto(), '2h');
      await userEvent.click(button('Save'));
      await screen.findByRole('alert');
      api.saveFacet = saveFacet;
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(onSaved).toHaveBeenCalledWith(api.entities[0]),
      );
      expect(api.entities[0].version).toBe('2');
    });

    it('shows what Git declares since', async () => {
      const api = apiWith();
      renderDialog(api);
      await userEvent.type(await rto(), '2h');
      api.entities = [
        entityResponse({
          declared: { continuity: { rto: 'PT1H' } },
          edited: {},
          results: [],
          overrides: { version: '7' },
        }),
      ];
      await userEvent.click(button('Save'));
      expect(
        await screen.findByText(/The profile changed meanwhile/),
      ).toBeInTheDocument();
      expect(await rto()).toHaveAccessibleDescription(
        expect.stringContaining('Git declares 1 hour, which wins.'),
      );
      expect(await rto()).toHaveValue('2h');
      await userEvent.click(button('Save'));
      await waitFor(() =>
        expect(edited(api).continuity).toEqual({ rto: 'PT2H' }),
      );
    });
  });

  describe('without a form', () => {
    it('says that the reader may not edit', async () => {
      const { onClose } = renderDialog(apiWith({}, { mayUpdate: false }));
      expect(
        await screen.findByText('You may not edit this profile'),
      ).toBeInTheDocument();
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
      await userEvent.click(
        screen.getAllByRole('button', { name: 'Close' })[1],
      );
      expect(onClose).toHaveBeenCalled();
    });

    it('says that the entity is gone', async () => {
      const api = apiWith();
      api.entities = [];
      const onNext = jest.fn();
      renderDialog(api, { onNext });
      expect(
        await screen.findByText(/not in the catalog any more/),
      ).toBeInTheDocument();
      await userEvent.click(button('Skip'));
      expect(onNext).toHaveBeenCalled();
    });

    it('tries again after a failure', async () => {
      const api = apiWith();
      const { getEntity } = api;
      api.getEntity = async () => {
        throw new Error('The database is on fire');
      };
      renderDialog(api);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The database is on fire',
      );
      api.getEntity = getEntity;
      await userEvent.click(button('Try again'));
      expect(await rto()).toBeInTheDocument();
    });
  });

  it.each(['serviceLevel', 'information', 'continuity', 'scope'] as const)(
    'is accessible for %s',
    async group => {
      const api = apiWith({
        declared: { continuity: { rto: 'PT4H' } },
        edited: { information: { classification: 'internal' } },
      });
      renderDialog(api, { group });
      const dialog = await screen.findByRole('dialog');
      await within(dialog).findByRole('button', { name: 'Save' });
      expect(await axe(dialog)).toHaveNoViolations();
    },
  );
});
