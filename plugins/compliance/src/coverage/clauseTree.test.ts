import {
  iso20000,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { coverageResponse, standards } from '../__testUtils__';
import { ClauseNode, clauseTree, sumOf, unitsOf } from './clauseTree';

const [sms, isms] = standards;
const find = <T>(
  nodes: ClauseNode<T>[],
  id: string,
): ClauseNode<T> | undefined =>
  nodes.flatMap(node =>
    node.id === id ? node : find(node.children, id) ?? [],
  )[0];

describe('clauseTree', () => {
  const { clauses } = coverageResponse(iso20000.id);
  const nodes = clauseTree(sms, clauses);

  it('has every clause that coverage is told for once, in order', () => {
    expect(nodes.flatMap(unitsOf)).toEqual(clauses);
    expect(nodes.map(({ id }) => id)).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
  });

  it('puts clauses under their headings and parts into their clause', () => {
    expect(find(nodes, '8.3')?.children.map(({ id }) => id)).toEqual([
      '8.3.1',
      '8.3.2',
      '8.3.3',
      '8.3.4',
    ]);
    const supplier = find(nodes, '8.3.4')!;
    expect(supplier.children).toEqual([]);
    expect(supplier.details.map(({ id }) => id)).toEqual([
      '8.3.4.1',
      '8.3.4.2',
    ]);
    expect(find(nodes, '8.3.4.1')).toBeUndefined();
  });

  it('puts controls under their themes', () => {
    const controls = clauseTree(isms, coverageResponse(iso27001.id).clauses);
    const people = controls.find(({ id }) => id === 'A.6')!;
    expect(people.title).toBe('People controls');
    expect(unitsOf(people)).toHaveLength(8);
    expect(controls.flatMap(unitsOf).length).toBeGreaterThan(93);
  });

  it('leaves out headings of which nothing is known', () => {
    const some = clauses.filter(({ clause }) =>
      ['8.3.4', '8.7.2'].includes(clause),
    );
    const tree = clauseTree(sms, some);
    expect(tree.flatMap(unitsOf)).toEqual(some);
    expect(tree.map(({ id }) => id)).toEqual(['8']);
    expect(tree[0].children.map(({ id }) => id)).toEqual(['8.3', '8.7']);
  });
});

describe('sumOf', () => {
  it('adds up services by state, and documents', () => {
    const { clauses } = coverageResponse(iso20000.id, {
      services: [
        { 'catalogue-owner': 'pass', 'continuity-tested': 'fail' },
        { 'catalogue-owner': 'pass' },
      ],
      documents: [
        {
          id: 'policy',
          title: 'Policy',
          state: 'current',
          clauses: [{ standard: iso20000.id, clause: '5.2' }],
        },
        {
          id: 'draft',
          title: 'Draft',
          state: 'draft',
          clauses: [{ standard: iso20000.id, clause: '5.3' }],
        },
      ],
    });
    const top = (id: string) =>
      sumOf(unitsOf(clauseTree(sms, clauses).find(node => node.id === id)!));
    expect(top('8').counts).toMatchObject({ covered: 2, gap: 1 });
    expect(top('8').counts.waived).toBeUndefined();
    expect(top('5')).toMatchObject({
      clauses: 4,
      organisation: 4,
      documented: 2,
    });
  });
});
