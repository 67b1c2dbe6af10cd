import { Entity } from '@backstage/catalog-model';
import {
  iso20000,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { readDocumentEntity } from './readDocumentEntity';

const policy = (
  annotations: Record<string, string>,
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'policy', ...metadata, annotations },
  spec: { type: 'document', owner: 'security' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/security' }],
});

const read = (...args: Parameters<typeof policy>) =>
  readDocumentEntity(policy(...args), [iso20000, iso27001]);

const kind = { 'compliance/document-kind': 'policy' };

describe('readDocumentEntity', () => {
  it('reads everything that an entity can declare', () => {
    expect(
      read(
        {
          ...kind,
          'backstage.io/techdocs-ref': 'dir:.',
          'compliance/document-version': '2.0',
          'compliance/document-approved': '2026-01-15',
          'compliance/document-review-every': 'P1Y',
          'compliance/document-clauses':
            'iso20000-1-2018:8.7.3, iso27001-2022:A.5.1\n iso27001-2022:A.5.1',
          'compliance/document-link': 'https://handbook.example/policy',
        },
        { namespace: 'isms', title: 'Security\n policy' },
      ),
    ).toEqual({
      id: 'resource:isms:policy',
      declaredBy: 'resource:isms/policy',
      values: {
        title: 'Security policy',
        kind: 'policy',
        link: 'https://handbook.example/policy',
        entityRef: 'resource:isms/policy',
        owner: 'group:default/security',
        version: '2.0',
        approvedOn: '2026-01-15',
        reviewEvery: 'P1Y',
        clauses: [
          { standard: 'iso20000-1-2018', clause: '8.7.3' },
          { standard: 'iso27001-2022', clause: 'A.5.1' },
        ],
      },
      problems: [],
    });
  });

  it('takes the name for a title and the first link for the document', () => {
    const links = [
      { url: 'https://a.example/1' },
      { url: 'https://a.example/2' },
    ];
    expect(read(kind, { links }).values).toEqual({
      title: 'policy',
      kind: 'policy',
      link: 'https://a.example/1',
      owner: 'group:default/security',
      clauses: [],
    });
  });

  it.each<[annotations: Record<string, string>, problem: string]>([
    [
      { 'compliance/document-approved': '2026-02-30' },
      "compliance/document-approved: found '2026-02-30', expected an existing date written YYYY-MM-DD; the nearest is '2026-02-28'",
    ],
    [
      { 'compliance/document-review-every': '1 year' },
      "compliance/document-review-every: found '1 year', expected an ISO 8601 duration above zero, such as P1Y; the nearest is 'P1Y'",
    ],
    [
      { 'compliance/document-link': 'wiki/policy' },
      "compliance/document-link: found 'wiki/policy', expected an http or https address",
    ],
    [
      { 'compliance/document-version': 'x'.repeat(51) },
      'expected one line of at most 50 characters',
    ],
    [
      { 'compliance/document-clauses': '5.2' },
      "compliance/document-clauses: found '5.2', expected a standard and a clause, such as iso27001-2022:5.2",
    ],
    [
      { 'compliance/document-clauses': 'iso27001:5.2' },
      "compliance/document-clauses: found 'iso27001:5.2', expected one of iso20000-1-2018, iso27001-2022; the nearest is 'iso27001-2022'",
    ],
    [
      { 'compliance/document-clauses': 'iso27001-2022:A.5.99' },
      "compliance/document-clauses: found 'iso27001-2022:A.5.99', expected a clause or control of ISO/IEC 27001:2022; the nearest is 'iso27001-2022:A.5.9'",
    ],
    [
      { 'compliance/document-clause': 'iso27001-2022:5.2' },
      "compliance/document-clause: found an unknown annotation, expected one of compliance/document-kind, compliance/document-version, compliance/document-approved, compliance/document-review-every, compliance/document-clauses, compliance/document-link; the nearest is 'compliance/document-clauses'",
    ],
  ])('leaves out and reports %j', (annotations, problem) => {
    const { values, problems } = read({ ...kind, ...annotations });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(values).toEqual({
      title: 'policy',
      kind: 'policy',
      owner: 'group:default/security',
      clauses: [],
    });
  });

  it('keeps the clauses that are right', () => {
    const { values, problems } = read({
      ...kind,
      'compliance/document-clauses':
        'iso27001-2022:5.2, nonsense, iso27001-2022:99, iso27001-2022:5.3',
    });
    expect(values?.clauses.map(({ clause }) => clause)).toEqual(['5.2', '5.3']);
    expect(problems).toHaveLength(2);
  });

  it('reports a first link that is no web address', () => {
    const { values, problems } = read(kind, {
      links: [{ url: 'mailto:jo@example.org' }],
    });
    expect(values?.link).toBeUndefined();
    expect(problems).toEqual([
      "metadata.links[0].url: found 'mailto:jo@example.org', expected an http or https address",
    ]);
  });

  it.each([
    [{}, 'found nothing, expected one of policy, procedure, plan, record'],
    [
      { 'compliance/document-kind': 'Policies' },
      "found 'Policies', expected one of policy, procedure, plan, record; the nearest is 'policy'",
    ],
  ])('guesses no kind from %j', (annotations, problem) => {
    expect(read(annotations as Record<string, string>)).toEqual({
      id: 'resource:default:policy',
      declaredBy: 'resource:default/policy',
      problems: [`compliance/document-kind: ${problem}`],
    });
  });
});
