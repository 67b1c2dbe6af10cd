import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  entityResponse,
  FakeComplianceApi,
  paymentsEntity,
  result,
  statusResponse,
} from '../__testUtils__';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';

function renderTab(api = new FakeComplianceApi(), entity = paymentsEntity) {
  return renderEntityExtension('entity-content:compliance', { api, entity });
}

function apiWith(...options: Parameters<typeof entityResponse>) {
  const api = new FakeComplianceApi();
  api.entities = [entityResponse(...options)];
  return api;
}

/** The message with this title. */
async function message(title: string) {
  const element = await screen.findByText(title);
  return element.closest('[role="status"]');
}

const section = (name: string) => screen.findByRole('region', { name });

/** The row of a check, which is a button that opens it. */
async function row(title: string) {
  return within(await section('Scorecard')).findByRole('button', {
    name: new RegExp(title),
  });
}

describe('EntityComplianceContent', () => {
  describe('header', () => {
    it('shows both scores, the level, the counts and the age of the data', async () => {
      renderTab();
      expect(await screen.findByRole('meter')).toHaveAttribute(
        'aria-valuenow',
        '42.9',
      );
      expect(
        screen.getByText('37.5 % with waivers counted as fails'),
      ).toBeInTheDocument();
      expect(screen.getByText('No level')).toBeInTheDocument();
      expect(screen.getByText('2 Pass')).toBeInTheDocument();
      expect(screen.getByText('1 Waived')).toBeInTheDocument();
      expect(screen.getByText(/^Assessed/)).toHaveTextContent(
        'Assessed 1 minute ago',
      );
      expect(screen.getByText(/^Catalog read/)).toHaveTextContent(
        'Catalog read 2 minutes ago',
      );
    });

    it('warns of old data', async () => {
      renderTab(
        apiWith({
          overrides: {
            catalogReadAt: new Date(Date.now() - 45 * 60_000).toISOString(),
          },
        }),
      );
      expect(
        await screen.findByText(/Values may be outdated/),
      ).toBeInTheDocument();
    });

    it('has no strict score when nothing is waived', async () => {
      renderTab(apiWith({ results: [result()] }));
      expect(await screen.findByText('100 %')).toBeInTheDocument();
      expect(screen.queryByText(/waivers/)).not.toBeInTheDocument();
    });

    it('reloads', async () => {
      const api = apiWith({ results: [result({ status: 'fail' })] });
      renderTab(api);
      expect(await screen.findByText('0 %')).toBeInTheDocument();
      api.entities = [entityResponse({ results: [result()] })];
      await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
      expect(await screen.findByText('100 %')).toBeInTheDocument();
    });

    it('is no statement of conformity', async () => {
      renderTab();
      expect(
        await screen.findByText(/not a statement of conformity/),
      ).toHaveTextContent('no affiliation with ISO or IEC');
    });
  });

  describe('profile', () => {
    it('shows every value for people, with its source', async () => {
      renderTab();
      const profile = within(await section('Profile'));
      for (const text of [
        'Confidential',
        'wiki.example.com/sla/payments',
        '99.95 %',
        'Confidentiality 3, integrity 3, availability 4 of 4',
        'Germany (DE), France (FR)',
        '10 years',
        'May 12, 2024',
        'retail-banking',
      ]) {
        expect(profile.getByText(text)).toBeInTheDocument();
      }
      expect(profile.getAllByText('Git').length).toBeGreaterThan(5);
      expect(profile.getAllByText('Default').length).toBeGreaterThan(3);
    });

    it('shows what the other source says', async () => {
      renderTab();
      const profile = within(await section('Profile'));
      expect(profile.getByText(/says:/)).toHaveTextContent(
        'Portal says: Tier 2',
      );
    });

    it('lists the fields that are not set with their annotations', async () => {
      renderTab(
        apiWith({
          declared: { serviceLevel: { tier: 'tier-1' } },
          edited: {},
        }),
      );
      const profile = within(await section('Profile'));
      expect(profile.getByText('5 fields not set')).toBeInTheDocument();
      expect(profile.getByText('compliance/sla')).toBeInTheDocument();
      expect(
        profile.getByText('Does not apply to this entity: Supplier'),
      ).toBeInTheDocument();
    });

    it('copies an annotation key', async () => {
      let copied: string | undefined;
      document.execCommand = () => {
        copied = document.getSelection()?.toString();
        return true;
      };
      renderTab(apiWith({ declared: {}, edited: {} }));
      const profile = within(await section('Profile'));
      await userEvent.click(profile.getByText('8 fields not set'));
      await userEvent.click(
        profile.getByRole('button', { name: 'Copy compliance/service-tier' }),
      );
      expect(
        await profile.findByText('Copied compliance/service-tier'),
      ).toBeInTheDocument();
      expect(copied).toBe('compliance/service-tier');
    });
  });

  describe('annotation errors', () => {
    it('say what was found, what was expected and what was meant', async () => {
      renderTab(
        apiWith({
          errors: [
            {
              field: 'continuity.rto',
              annotation: 'compliance/rto',
              value: '4 hours',
              expected: 'an ISO 8601 duration, such as PT4H or P1D',
              nearest: 'PT4H',
            },
            {
              annotation: 'compliance/sla',
              value: '',
              expected: 'an http or https address',
            },
          ],
        }),
      );
      const title = await screen.findByText(
        '2 annotations in catalog-info.yaml cannot be used',
      );
      const [rto, sla] = within(title.parentElement!).getAllByRole('listitem');
      expect(rto).toHaveTextContent(
        'compliance/rtoFound4 hoursExpectedan ISO 8601 duration, such as PT4H or P1DDid you meanPT4H',
      );
      expect(sla).toHaveTextContent(
        'compliance/slaFoundnothingExpectedan http or https address',
      );
    });
  });

  describe('scorecard', () => {
    it('groups results by facet and counts what passes', async () => {
      renderTab();
      const scorecard = within(await section('Scorecard'));
      const heading = scorecard.getByRole('heading', { name: 'Continuity' });
      expect(heading.parentElement).toHaveTextContent('1 of 2 checks pass');
      expect(
        scorecard
          .getAllByRole('heading', { level: 3 })
          .map(({ textContent }) => textContent),
      ).toEqual([
        'Catalogue',
        'Service level',
        'Information',
        'Continuity',
        'Operations',
        '1 check does not apply',
      ]);
    });

    it('shows what is open first', async () => {
      renderTab();
      const scorecard = within(await section('Scorecard'));
      expect(
        scorecard
          .getAllByRole('heading', { level: 4 })
          .map(({ textContent }) => textContent)
          .filter(text => text?.includes('Continuity')),
      ).toEqual([
        expect.stringMatching(/^Fail/),
        expect.stringMatching(/^Pass/),
      ]);
    });

    it('opens what fails and leads from finding to remediation', async () => {
      renderTab();
      const failed = await row('Continuity plan is tested in time');
      expect(failed).toHaveAttribute('aria-expanded', 'true');
      expect(failed).toHaveTextContent('Fail');
      expect(failed).toHaveTextContent('The last test was on 12 May 2024.');

      const details = within(
        screen.getByRole('group', {
          name: /Continuity plan is tested in time/,
        }),
      );
      expect(
        details.getByText('A test within the last year.'),
      ).toBeInTheDocument();
      expect(
        details.getByText(
          'Exercise the plan and declare the date and the result.',
        ),
      ).toBeInTheDocument();
      expect(
        details.getByText('compliance/continuity-test-result'),
      ).toBeInTheDocument();
      expect(
        await details.findByText('ISO/IEC 20000-1:2018'),
      ).toBeInTheDocument();
      expect(
        details.getByText(/ICT readiness for business continuity/),
      ).toHaveTextContent('A.5.30 ICT readiness for business continuity');
      expect(details.getByText(/since/)).toHaveTextContent(
        'Fail since Mar 1, 2026',
      );
      expect(details.getByText('Weight 3')).toBeInTheDocument();
    });

    it('keeps what does not fail closed until it is opened', async () => {
      renderTab();
      const passed = await row('Continuity tier is set');
      expect(passed).toHaveAttribute('aria-expanded', 'false');
      expect(await row('Information owner is named')).toHaveAttribute(
        'aria-expanded',
        'false',
      );
      await userEvent.click(passed);
      expect(passed).toHaveAttribute('aria-expanded', 'true');
      const details = within(
        screen.getByRole('group', {
          name: /Continuity tier is set/,
        }),
      );
      expect(details.getByText('Passes until Mar 31, 2027')).toBeVisible();
      expect(details.queryByText('What to do')).not.toBeInTheDocument();
    });

    it('tells from when an upcoming finding counts', async () => {
      renderTab();
      expect(await row('Service level agreement is linked')).toHaveTextContent(
        'Counts from Jan 1, 2027',
      );
    });

    it('filters open findings', async () => {
      renderTab();
      const scorecard = within(await section('Scorecard'));
      await userEvent.click(
        scorecard.getByRole('radio', { name: 'Open findings' }),
      );
      expect(
        scorecard
          .getAllByRole('heading', { level: 4 })
          .map(({ textContent }) => textContent),
      ).toEqual([
        expect.stringContaining('Information owner is named'),
        expect.stringContaining('Continuity plan is tested in time'),
      ]);
      expect(
        scorecard.getByRole('heading', { name: 'Continuity' }).parentElement,
      ).toHaveTextContent('1 of 2 checks pass');
    });

    it('says so when nothing is open', async () => {
      renderTab(apiWith({ results: [result()] }));
      await userEvent.click(
        await screen.findByRole('radio', { name: 'Open findings' }),
      );
      expect(await screen.findByText(/Nothing is open/)).toBeInTheDocument();
    });

    it('says so when no check applies', async () => {
      renderTab(apiWith({ results: [] }));
      expect(
        await screen.findByText('No check applies to this entity.'),
      ).toBeInTheDocument();
    });

    it('says so before the first assessment', async () => {
      renderTab(apiWith({ results: [], overrides: { assessedAt: undefined } }));
      expect(await screen.findByText('Not assessed yet')).toBeInTheDocument();
      expect(screen.getByText('Never assessed')).toBeInTheDocument();
      expect(screen.getByText(/assesses it shortly/)).toBeInTheDocument();
    });

    it('shows the numbers of clauses whose standard cannot be loaded', async () => {
      const api = new FakeComplianceApi();
      api.getStandard = async () => {
        throw new Error('down');
      };
      renderTab(api);
      await row('Continuity plan is tested in time');
      const details = within(
        screen.getByRole('group', {
          name: /Continuity plan is tested in time/,
        }),
      );
      expect(details.getByText('iso27001-2022')).toBeInTheDocument();
      expect(details.getByText('A.5.30')).toBeInTheDocument();
    });
  });

  describe('when nothing is known', () => {
    const unseen = { ...paymentsEntity, metadata: { name: 'ledger' } };

    it('says that the entity will appear, and looks again', async () => {
      const api = new FakeComplianceApi();
      api.status = statusResponse();
      renderTab(api, unseen);
      expect(
        await message('The compliance backend has not seen this entity yet'),
      ).toHaveTextContent(
        'It appears after the next reading of the catalog, unless you lack the permission to read its profile. The catalog was last read 2 minutes ago.',
      );
      api.entities = [
        entityResponse({
          overrides: { entityRef: 'component:default/ledger' },
        }),
      ];
      await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
      expect(await screen.findByRole('meter')).toBeInTheDocument();
    });

    it('says that the catalog was never read', async () => {
      const api = new FakeComplianceApi();
      api.status = statusResponse({ catalogReadAt: undefined });
      renderTab(api, unseen);
      expect(
        await message('The compliance backend has not seen this entity yet'),
      ).toHaveTextContent('The catalog has not been read yet.');
    });

    it('says that the entity is not in scope, and what decides', async () => {
      const api = new FakeComplianceApi();
      const { getVocabulary } = api;
      api.getVocabulary = async () => ({
        ...(await getVocabulary()),
        scope: { 'spec.lifecycle': 'production' },
      });
      renderTab(api, unseen);
      expect(await message('This entity is not in scope')).toHaveTextContent(
        'Only entities that match compliance.scope',
      );
    });

    it('says that the reader may not see it', async () => {
      const api = new FakeComplianceApi();
      api.getEntity = async () => {
        throw new NotAllowedError('Not yours');
      };
      renderTab(api);
      expect(
        await message('You may not see the compliance data of this entity'),
      ).toHaveTextContent('compliance.profile.read');
    });

    it('says what failed', async () => {
      const api = new FakeComplianceApi();
      api.getVocabulary = async () => {
        throw new Error('The backend is away');
      };
      renderTab(api);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Compliance data could not be loadedThe backend is away',
      );
    });
  });

  it('asks for the entity, the words and each standard once', async () => {
    const api = new FakeComplianceApi();
    const getEntity = jest.spyOn(api, 'getEntity');
    const getVocabulary = jest.spyOn(api, 'getVocabulary');
    const getStandard = jest.spyOn(api, 'getStandard');
    renderTab(api);
    await screen.findAllByText('ISO/IEC 27001:2022');
    expect(getEntity).toHaveBeenCalledTimes(1);
    expect(getVocabulary).toHaveBeenCalledTimes(1);
    expect(getStandard.mock.calls.flat().sort()).toEqual([
      'iso20000-1-2018',
      'iso27001-2022',
    ]);
  });

  it('is accessible', async () => {
    const { container } = renderTab();
    await screen.findAllByText('ISO/IEC 27001:2022');
    expect(await axe(container)).toHaveNoViolations();
  });
});
