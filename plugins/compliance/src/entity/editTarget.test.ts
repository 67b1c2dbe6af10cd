import { entityResponse, result, vocabulary } from '../__testUtils__';
import {
  editSearch,
  missingFields,
  readTarget,
  remedyOf,
  targetOf,
} from './editTarget';

const asks = (...annotations: string[]) =>
  result({ status: 'unknown', remediation: { text: 'Do it.', annotations } });

describe('editSearch', () => {
  it.each([
    [undefined, '?edit=first'],
    [{ group: 'continuity' as const }, '?edit=continuity'],
    [targetOf('continuity.rto'), '?edit=continuity&field=rto'],
  ])('writes %j as %s', (target, search) => {
    expect(editSearch(target)).toBe(search);
  });
});

describe('readTarget', () => {
  const compliance = entityResponse({
    results: [asks('compliance/rto'), asks('compliance/personal-data')],
  });
  const read = (search: string, entity = compliance) =>
    readTarget(new URLSearchParams(search), entity, vocabulary);

  it.each([
    ['?edit=continuity&field=rpo', { group: 'continuity', field: 'rpo' }],
    ['?edit=operations', { group: 'operations' }],
    ['?edit=continuity&field=classification', { group: 'continuity' }],
    ['?edit=first', { group: 'continuity', field: 'rto' }],
    ['', undefined],
    ['?edit=toString', undefined],
    ['?edit=supplier', undefined],
  ])('reads %s as %j', (search, target) => {
    expect(read(search)).toEqual(target);
  });

  it('starts with the first facet when nothing is missing', () => {
    expect(read('?edit=first', entityResponse({ results: [] }))).toEqual({
      group: 'serviceLevel',
    });
  });
});

describe('missingFields', () => {
  it('names the unset fields that checks ask for', () => {
    expect(
      missingFields(
        entityResponse({
          results: [asks('compliance/rto', 'compliance/service-tier')],
        }),
      ),
    ).toEqual(['continuity.rto']);
  });
});

describe('remedyOf', () => {
  const remedy = (
    finding: Parameters<typeof remedyOf>[0],
    overrides?: Parameters<typeof entityResponse>[0],
  ) => remedyOf(finding, entityResponse(overrides), vocabulary);

  it('prefers the field that is not set', () => {
    expect(remedy(asks('compliance/service-tier', 'compliance/rto'))).toEqual({
      group: 'continuity',
      field: 'rto',
    });
  });

  it('is the first field when all are set', () => {
    expect(
      remedy(asks('compliance/service-tier', 'compliance/continuity-tier')),
    ).toEqual({ group: 'serviceLevel', field: 'tier' });
  });

  it.each([
    ['a finding that no field resolves', asks('backstage.io/techdocs-ref')],
    ['a facet that does not apply', asks('compliance/supplier-owner')],
    ['a finding without annotations', asks()],
    ['a check that passes', { ...asks('compliance/rto'), status: 'pass' }],
  ] as const)('is not there for %s', (_, finding) => {
    expect(remedy(finding)).toBeUndefined();
  });

  it('is not there for readers who may not edit', () => {
    expect(
      remedy(asks('compliance/rto'), { overrides: { mayUpdate: false } }),
    ).toBeUndefined();
  });
});
