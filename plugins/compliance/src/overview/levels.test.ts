import { vocabulary } from '../__testUtils__';
import { levelParts } from './levels';

describe('levelParts', () => {
  const { levels } = vocabulary;

  it('has every level, the highest first', () => {
    expect(
      levelParts({ total: 3, levels: { none: 1, gold: 2 } }, levels),
    ).toEqual([
      { id: 'gold', value: 2, tone: 'success' },
      { id: 'silver', value: 0, tone: 'info' },
      { id: 'bronze', value: 0, tone: 'warning' },
      { id: 'none', value: 1, tone: 'danger' },
    ]);
  });

  it('tells those that are not assessed from those without a level', () => {
    expect(
      levelParts({ total: 3, levels: { none: 1 } }, levels).slice(-2),
    ).toEqual([
      { id: 'none', value: 1, tone: 'danger' },
      { id: 'unset', value: 2, tone: 'neutral' },
    ]);
  });
});
