import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { statusResponse, vocabulary } from '../__testUtils__';
import { CatalogReadingAlert, DataAge } from './DataAge';
import { LevelBadge } from './LevelBadge';
import { ScoreMeter } from './ScoreMeter';
import { toneOf } from './tone';

const { levels } = vocabulary;
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

describe('ScoreMeter', () => {
  it('says the score to everybody', async () => {
    renderInTestApp(<ScoreMeter score={78} level="silver" levels={levels} />);
    const meter = await screen.findByRole('meter', { name: 'Score' });
    expect(meter).toHaveAttribute('aria-valuenow', '78');
    expect(meter).toHaveAttribute('aria-valuemax', '100');
    expect(screen.getByText('78 %')).toBeInTheDocument();
  });

  it('tells no score from zero', async () => {
    renderInTestApp(<ScoreMeter levels={levels} />);
    expect(await screen.findByText('No score')).toBeInTheDocument();
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
  });
});

describe('toneOf', () => {
  it.each([
    [undefined, 'danger'],
    ['none', 'danger'],
    ['bronze', 'warning'],
    ['silver', 'info'],
    ['gold', 'success'],
  ])('of %s is %s', (level, tone) => {
    expect(toneOf(level, levels)).toBe(tone);
  });
});

describe('LevelBadge', () => {
  it.each([
    ['gold', 'Gold'],
    ['none', 'No level'],
    [undefined, 'Not assessed'],
    ['gone-from-config', 'gone-from-config'],
  ])('names %s', async (level, title) => {
    renderInTestApp(<LevelBadge level={level} levels={levels} />);
    expect(await screen.findByText(title)).toBeInTheDocument();
  });
});

describe('DataAge', () => {
  it.each([
    [minutesAgo(2), 'Catalog read 2 minutes ago'],
    [minutesAgo(45), 'Catalog read 45 minutes ago · Values may be outdated'],
    [undefined, 'The catalog has not been read yet'],
  ])('of %s', async (catalogReadAt, expected) => {
    renderInTestApp(
      <div data-testid="age">
        <DataAge catalogReadAt={catalogReadAt} />
      </div>,
    );
    expect((await screen.findByTestId('age')).textContent).toBe(expected);
  });
});

describe('CatalogReadingAlert', () => {
  const lastSuccess = {
    startedAt: minutesAgo(61),
    endedAt: minutesAgo(60),
    durationMs: 60_000,
    outcome: 'success' as const,
  };
  const last = {
    ...lastSuccess,
    outcome: 'failure' as const,
    error: 'connect ECONNREFUSED',
  };

  it('says since when the catalog could not be read', async () => {
    renderInTestApp(
      <CatalogReadingAlert
        status={statusResponse({ mirror: { last, lastSuccess } })}
      />,
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The catalog could not be readThe last successful reading was 1 hour ago; values may be outdated. connect ECONNREFUSED',
    );
  });

  it('says that it was never read', async () => {
    renderInTestApp(
      <CatalogReadingAlert status={statusResponse({ mirror: { last } })} />,
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'It was never read successfully.',
    );
  });

  it('is silent when all is well', async () => {
    renderInTestApp(
      <div data-testid="page">
        <CatalogReadingAlert status={statusResponse()} />
      </div>,
    );
    expect(await screen.findByTestId('page')).toBeEmptyDOMElement();
  });
});
