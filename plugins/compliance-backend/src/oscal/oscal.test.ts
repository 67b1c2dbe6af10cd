import {
  CheckResult,
  ClauseRef,
  effectiveProfile,
  defaultVocabulary,
  iso20000,
  iso20000ToIso27001,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { AssessedClause, AssessedService } from './AssessedService';
import { assessmentResultsDocument } from './assessmentResults';
import { catalogDocument } from './catalog';
import { componentDefinitionDocument } from './componentDefinition';
import { controlId, tokenOf } from './identifiers';
import { mappingCollectionDocument } from './mappingCollection';
import { ExportContext } from './metadata';
import { planOfActionDocument } from './planOfAction';
import { OscalDocument, writeDocument } from './writeDocument';

const standards = [iso20000, iso27001];
const context: ExportContext = {
  now: '2026-03-02T09:00:00.000Z',
  subject: 'All services',
  id: 'all',
  rulesHash: 'abc',
};

const result = (
  checkId: string,
  status: CheckResult['status'],
  clauses: ClauseRef[],
): CheckResult => ({
  checkId,
  title: `Title of ${checkId}`,
  facet: 'continuity',
  weight: 1,
  status,
  finding: 'Something was found.',
  expected: 'Something is expected.',
  since: '2026-01-01T00:00:00.000Z',
  dueOn: '2026-06-01',
  upcoming: false,
  clauses,
  remediation: { text: 'Do something.' },
});

const clause = (
  ref: ClauseRef,
  state: AssessedClause['state'],
  checks: string[],
): AssessedClause => ({ ...ref, state, checks, title: 'A title' });

const continuity = { standard: iso20000.id, clause: '8.7.2' };
const readiness = { standard: iso27001.id, clause: 'A.5.30' };
const backup = { standard: iso27001.id, clause: 'A.8.13' };
const change = { standard: iso20000.id, clause: '8.5.1' };
const suppliers = { standard: iso20000.id, clause: '8.3.4' };

function service(name: string, title?: string): AssessedService {
  return {
    summary: {
      entityRef: `component:default/${name}`,
      kind: 'component',
      namespace: 'default',
      name,
      title,
      serviceTier: 'tier-1',
      openFindings: 2,
      assessedAt: '2026-03-01T00:00:00.000Z',
    },
    owners: ['group:default/team'],
    isSupplier: false,
    profile: effectiveProfile({
      declared: {},
      edited: {},
      precedence: 'git',
      scope: { sms: 'in', isms: 'in' },
      vocabulary: defaultVocabulary,
    }),
    results: [
      result('tested', 'pass', [continuity, readiness]),
      result('planned', 'fail', [continuity]),
      result('restored', 'unknown', [backup]),
      result('changes', 'pass', [change]),
      result('assessed', 'waived', [suppliers]),
    ],
    clauses: [
      clause(suppliers, 'waived', ['assessed']),
      clause(change, 'covered', ['changes']),
      clause(continuity, 'partial', ['tested', 'planned']),
      clause(readiness, 'covered', ['tested']),
      clause(backup, 'unknown', ['restored']),
      clause({ ...readiness, clause: 'A.5.29' }, 'not-assessed', []),
    ],
  };
}

async function* pagesOf(...pages: AssessedService[][]) {
  yield* pages;
}

async function write(document: OscalDocument): Promise<string> {
  let text = '';
  for await (const piece of writeDocument(document)) {
    text += piece;
  }
  return text;
}

const documents = (
  now = context.now,
  services = [service('payments', 'Pay')],
) => {
  const at = { ...context, now };
  return {
    catalog: catalogDocument(standards, at),
    mapping: mappingCollectionDocument([iso20000ToIso27001], at),
    components: componentDefinitionDocument(pagesOf(services), at),
    results: assessmentResultsDocument(pagesOf(services), at),
    plan: planOfActionDocument(pagesOf(services), at),
  };
};

const read = async (document: OscalDocument) =>
  JSON.parse(await write(document))[document.model];

/** All values of keys with these names, wherever they stand. */
function valuesOf(value: unknown, ...keys: string[]): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    keys.includes(key) && typeof inner === 'string'
      ? [inner]
      : valuesOf(inner, ...keys),
  );
}

describe('exports as OSCAL', () => {
  const names = Object.keys(documents()) as (keyof ReturnType<
    typeof documents
  >)[];

  it.each(names)('%s: every reference leads somewhere', async name => {
    const document = await read(documents()[name]);
    const uuids = valuesOf(document, 'uuid');
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(uuids.length).toBeGreaterThan(0);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
    }
    const references = [
      ...valuesOf(document, 'subject-uuid', 'observation-uuid'),
      ...valuesOf(document, 'href', 'source')
        .filter(href => href.startsWith('#'))
        .map(href => href.slice(1)),
    ];
    expect(references.filter(uuid => !uuids.includes(uuid))).toEqual([]);
  });

  it.each(names)('%s: names only controls of the catalog', async name => {
    const catalog = await read(documents().catalog);
    const known = valuesOf(catalog, 'id');
    expect(new Set(known).size).toBe(known.length);
    const document = await read(documents()[name]);
    const used = [
      ...valuesOf(document, 'control-id', 'target-id', 'id-ref'),
      ...(document['poam-items'] ?? []).flatMap(
        ({ props }: { props: { name: string; value: string }[] }) =>
          props.filter(prop => prop.name === 'control-id').map(p => p.value),
      ),
    ];
    expect(used.filter(id => !known.includes(id))).toEqual([]);
    expect(used.length).toBeGreaterThan(name === 'catalog' ? -1 : 0);
  });

  it.each(names)('%s: the same data gives the same bytes', async name => {
    const later = '2026-09-09T09:09:09.000Z';
    const first = await write(documents()[name]);
    const second = await write(documents(later)[name]);
    expect(second).not.toBe(first);
    expect(second.replaceAll(later, context.now)).toBe(first);
  });

  it.each(names)(
    '%s: has no empty list and no line that is not one',
    async name => {
      const text = await write(
        documents(undefined, [service('a', ' two\nlines ')])[name],
      );
      expect(text).not.toContain('[]');
      const props = valuesOf(JSON.parse(text), 'value', 'title');
      expect(props.filter(value => !/^\S(.*\S)?$/.test(value))).toEqual([]);
    },
  );

  it('has every clause and control once, in groups of either kind', async () => {
    const { groups } = await read(documents().catalog);
    const all: any[] = [];
    const collect = (part: any) => {
      all.push(part);
      [...(part.groups ?? []), ...(part.controls ?? [])].forEach(collect);
    };
    groups.forEach(collect);
    expect(all.filter(part => part.groups && part.controls)).toEqual([]);
    const ids = all.map(({ id }) => id);
    for (const { id, clauses } of standards) {
      for (const { id: number } of clauses) {
        expect(ids).toContain(controlId({ standard: id, clause: number }));
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never calls a waiver or a part satisfied', async () => {
    const { results } = await read(documents().results);
    const findings = Object.fromEntries(
      results[0].findings.map((finding: any) => [
        finding.target['target-id'],
        [
          finding.target.status.state,
          finding.target.status.reason,
          finding.target['implementation-status']?.state,
        ],
      ]),
    );
    expect(findings).toEqual({
      [controlId(suppliers)]: ['not-satisfied', 'other', undefined],
      [controlId(change)]: ['satisfied', 'pass', 'implemented'],
      [controlId(continuity)]: ['not-satisfied', 'other', 'partial'],
      [controlId(readiness)]: ['satisfied', 'pass', 'implemented'],
      [controlId(backup)]: ['not-satisfied', 'other', undefined],
    });
  });

  it('says of a component only what it implements', async () => {
    const { components } = await read(documents().components);
    const implemented = components[0]['control-implementations'].flatMap(
      (part: any) =>
        part['implemented-requirements'].map((requirement: any) => [
          requirement['control-id'],
          requirement.props[0].value,
        ]),
    );
    expect(implemented).toEqual([
      [controlId(change), 'implemented'],
      [controlId(continuity), 'partial'],
      [controlId(readiness), 'implemented'],
    ]);
  });

  it('plans for open findings and waivers', async () => {
    const { 'poam-items': items } = await read(documents().plan);
    expect(items.map(({ title }: { title: string }) => title)).toEqual([
      'Pay: Title of planned',
      'Pay: Title of restored',
      'Pay: Title of assessed',
    ]);
  });

  it('says so when there is nothing', async () => {
    const empty = documents(undefined, []);
    expect((await read(empty.plan))['poam-items']).toMatchObject([
      { title: 'No open gaps' },
    ]);
    expect((await read(empty.results)).results).toMatchObject([
      {
        description: 'No service was assessed.',
        'reviewed-controls': { 'control-selections': [{ 'include-all': {} }] },
      },
    ]);
    expect(await read(empty.components)).not.toHaveProperty('components');
  });

  it('goes through pages', async () => {
    const pages = pagesOf([service('a'), service('b')], [], [service('c')]);
    const { components } = await read(
      componentDefinitionDocument(pages, context),
    );
    expect(components.map(({ title }: { title: string }) => title)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('tokenOf', () => {
  it.each([
    ['iso27001-2022-a.5.30', 'iso27001-2022-a.5.30'],
    ['3-lines', '_3-lines'],
    ['a b', 'a_20_b'],
    ['a_b', 'a_5f_b'],
    ['§ 1', '__a7__20_1'],
    ['Straße', 'Straße'],
  ])('makes an id of %s', (text, token) => {
    expect(tokenOf(text)).toBe(token);
  });
});
