import {
  parseQuery,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../__testUtils__';
import { informationApplies } from './informationApplies';

describe('informationApplies', () => {
  it('asks for what is judged by whether it is classified', () => {
    const check = {
      id: 'information-classified',
      title: 'Classification',
    };
    const query = informationApplies([check]);
    expect(query).toEqual({
      'check.information-classified': { $exists: true },
    });
    expect(
      parseQuery(query, queryFields(vocabulary, [check])),
    ).not.toHaveProperty('problems');
  });

  it('asks for nothing that a disabled check would tell', () => {
    expect(informationApplies([{ id: 'information-owner' }])).toBeUndefined();
  });
});
