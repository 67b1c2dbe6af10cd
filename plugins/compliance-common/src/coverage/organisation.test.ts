import { DocumentState } from '../documents';
import { security, services } from './__testUtils__/standards';
import { organisationCoverage } from './organisation';

const document = (id: string, state: DocumentState, ...clauses: string[]) => ({
  id,
  title: `The ${id}`,
  state,
  clauses: clauses.map(text => {
    const [standard, clause] = text.split(' ');
    return { standard, clause };
  }),
});

const stateOf = (
  clause: string,
  ...documents: ReturnType<typeof document>[]
) => {
  const [standard, id] = clause.split(' ');
  const coverageOf = organisationCoverage({
    standards: [services, security],
    documents,
  });
  const { state, documents: found } = coverageOf({ standard, clause: id });
  return [state, ...found.map(({ title }) => title)];
};

describe('organisationCoverage', () => {
  it.each<[DocumentState[], string]>([
    [[], 'unknown'],
    [['current'], 'covered'],
    [['draft'], 'gap'],
    [['overdue'], 'gap'],
    [['overdue', 'draft'], 'gap'],
    [['draft', 'current', 'overdue'], 'covered'],
  ])('says of documents that are %j: %s', (states, expected) => {
    const [state, ...titles] = stateOf(
      'services 3',
      ...states.map((of, index) => document(`d${index}`, of, 'services 3')),
    );
    expect(state).toBe(expected);
    expect(titles).toEqual(states.map((_, index) => `The d${index}`));
  });

  it('counts a heading for all below it, a detail for what it is part of', () => {
    const heading = document('manual', 'current', 'services 1');
    expect(stateOf('services 1.1.1', heading)).toEqual([
      'covered',
      'The manual',
    ]);
    expect(stateOf('services 1.1.2', heading)[0]).toBe('covered');
    expect(stateOf('services 2', heading)).toEqual(['unknown']);
    const detail = document('sheet', 'draft', 'services 1.1.1.1');
    expect(stateOf('services 1.1.1', detail)).toEqual(['gap', 'The sheet']);
    expect(stateOf('services 1.1.2', detail)).toEqual(['unknown']);
  });

  it('tells a document once, and standards apart', () => {
    const policy = document(
      'policy',
      'current',
      'security A.1.3',
      'security A.1.3',
    );
    expect(stateOf('security A.1.3', policy)).toEqual([
      'covered',
      'The policy',
    ]);
    expect(stateOf('services 3', policy)).toEqual(['unknown']);
  });
});
