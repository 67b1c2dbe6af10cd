import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  dependenciesResponse,
  dependencyNode,
  FakeComplianceApi,
} from '../__testUtils__';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';

type Answer = ReturnType<typeof dependenciesResponse>;

async function openSection(answer: Partial<Answer> = dependenciesResponse()) {
  const api = new FakeComplianceApi();
  api.dependencies = answer;
  const getDependencies = jest.spyOn(api, 'getDependencies');
  renderEntityExtension('entity-content:compliance', { api });
  const section = await screen.findByRole('region', {
    name: 'Dependencies and suppliers',
  });
  expect(getDependencies).not.toHaveBeenCalled();
  await userEvent.click(
    within(section).getByRole('button', { name: 'Dependencies and suppliers' }),
  );
  await within(section).findByText('Supplier risk');
  return { section, inSection: within(section), getDependencies };
}

describe('DependenciesSection', () => {
  it('loads what an entity depends on when it is opened', async () => {
    const { inSection, getDependencies } = await openSection();
    expect(getDependencies).toHaveBeenCalledTimes(1);
    const tree = inSection.getByRole('list', { name: 'Depends on' });
    expect(
      within(tree)
        .getAllByRole('link')
        .map(link => link.parentElement?.textContent),
    ).toEqual([
      'ledgerTier 1ConfidentialRTO 1 day',
      'northgate-cloudSupplierResidual risk: High',
      'paymentsTier 1ConfidentialRTO 4 hoursA cycle: this is where it starts',
      'archiveNot in scope',
    ]);
  });

  it('tells the chains that explain the risk and break the RTO', async () => {
    const { inSection } = await openSection();
    expect(inSection.getByText(/^High:/, { selector: 'dd' })).toHaveTextContent(
      'High: payments → ledger → northgate-cloud',
    );
    expect(inSection.getByText(/above/)).toHaveTextContent(
      'payments → ledger: RTO 1 day, above 4 hours',
    );
  });

  it('tells that nothing is wrong, or nothing can be compared', async () => {
    const { inSection } = await openSection({
      ...dependenciesResponse(),
      supplierRisk: undefined,
      recovery: [],
    });
    expect(
      inSection.getByText(/No supplier with a known risk/),
    ).toBeInTheDocument();
    expect(
      inSection.getByText(/Nothing that it depends on recovers later/),
    ).toBeInTheDocument();
  });

  it('tells that there is no objective to compare with', async () => {
    const { inSection } = await openSection({
      dependencies: dependencyNode('payments', { rto: undefined }),
    });
    expect(
      inSection.getByText(/no recovery time objective/),
    ).toBeInTheDocument();
    expect(
      inSection.getByText('It depends on nothing that you may see.'),
    ).toBeInTheDocument();
  });

  it('shows what needs it instead', async () => {
    const { inSection } = await openSection();
    await userEvent.click(inSection.getByRole('radio', { name: 'Needed by' }));
    const tree = inSection.getByRole('list', { name: 'Needed by' });
    expect(within(tree).getByRole('link')).toHaveTextContent('shop');
    expect(tree).toHaveTextContent('Tier 0');
  });

  it('closes and opens branches with the keyboard', async () => {
    const { inSection } = await openSection();
    const button = inSection.getByRole('button', {
      name: 'Show what is below ledger',
    });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    const tree = within(inSection.getByRole('list', { name: 'Depends on' }));
    expect(tree.getAllByRole('link')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(tree.getAllByRole('link')).toHaveLength(4);
  });

  it('keeps the branches of large trees closed and says what is left out', async () => {
    const { inSection } = await openSection({
      dependencies: dependencyNode('payments', {
        children: Array.from({ length: 30 }, (_, index) =>
          dependencyNode(`service-${index}`, {
            children: [dependencyNode('shared')],
          }),
        ),
      }),
      truncated: true,
    });
    const tree = inSection.getByRole('list', { name: 'Depends on' });
    expect(within(tree).getAllByRole('link')).toHaveLength(30);
    expect(
      inSection.getByText(/more than 500 dependencies/),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = new FakeComplianceApi();
    const { getDependencies } = api;
    api.getDependencies = async () => {
      throw new Error('The database is on fire');
    };
    renderEntityExtension('entity-content:compliance', { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Dependencies and suppliers' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is on fire',
    );
    api.getDependencies = getDependencies;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('It depends on nothing that you may see.'),
    ).toBeInTheDocument();
  });

  it('is accessible', async () => {
    const { section } = await openSection();
    expect(await axe(section)).toHaveNoViolations();
  });
});
