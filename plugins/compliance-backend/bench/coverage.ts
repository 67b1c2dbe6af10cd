import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { FilterPredicateExpression } from '@backstage/filter-predicates';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { DeclaredStatements } from '../src/applicability/DeclaredStatements';
import { Statements } from '../src/applicability/Statements';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { ClauseQueries } from '../src/coverage/ClauseQueries';
import { CoverageReader } from '../src/coverage/CoverageReader';
import { EntityCoverageReader } from '../src/coverage/EntityCoverageReader';
import { Documents } from '../src/documents/Documents';
import { DocumentStore } from '../src/documents/DocumentStore';
import { ServiceExporter } from '../src/exports/ServiceExporter';
import { AssessedServiceReader } from '../src/oscal/AssessedServiceReader';
import { componentDefinitionDocument } from '../src/oscal/componentDefinition';
import { writeDocument } from '../src/oscal/writeDocument';
import { Access, accessTo } from '../src/permissions/Access';
import { EntityReader } from '../src/reporting/EntityReader';
import { EntitySelection } from '../src/reporting/matchingEntities';
import { ResultExplainer } from '../src/reporting/ResultExplainer';
import { StandardCatalog } from '../src/standards/StandardCatalog';
import { underEach } from './decisions';
import { percentile95, timed, timesOf } from './measure';

const RUNS = 60;
const DOCUMENTS = 200;
const EXCLUDED = 10;
const OSCAL_SERVICES = 1000;

/** What coverage is asked for, mostly without a filter. */
const selections: EntitySelection[] = [
  {},
  {},
  { filter: { kind: ['component'] } },
  { filter: { classification: ['confidential', 'unset'] } },
];

/** As organisations have it: an approved statement and a register. */
async function writeEvidence(
  knex: Knex,
  { standards }: StandardCatalog,
): Promise<void> {
  const [services, security] = standards;
  const controls = security.clauses.filter(({ kind }) => kind === 'control');
  await knex('applicability_version').insert({
    standard: security.id,
    number: 1,
    approved_at: new Date().toISOString(),
    approved_by: 'user:default/officer',
    applicable: controls.length - EXCLUDED,
    excluded: JSON.stringify(
      Object.fromEntries(
        controls.slice(-EXCLUDED).map(({ id }) => [id, 'Nothing of the kind']),
      ),
    ),
    entries: '[]',
  });
  await new DocumentStore(knex).declare(
    'config',
    Array.from({ length: DOCUMENTS }, (_, index) => ({
      id: `document-${index}`,
      values: {
        title: `Document number ${index}`,
        kind: 'procedure' as const,
        approvedOn: '2026-01-01',
        clauses: [services, security].map(({ id, clauses }) => ({
          standard: id,
          clause: clauses[index % clauses.length].id,
        })),
      },
    })),
  );
}

/** The pages with the first so many items, to whole pages. */
async function* firstOf<T>(
  pages: AsyncIterable<T[]>,
  count: number,
): AsyncGenerator<T[]> {
  let read = 0;
  for await (const page of pages) {
    yield page;
    read += page.length;
    if (read >= count) {
      return;
    }
  }
}

/** Reads coverage of an estate that is assessed. */
export async function measureCoverage(context: {
  knex: Knex;
  config: ComplianceConfig;
  rules: Rules;
}) {
  const { knex, config, rules } = context;
  const standards = StandardCatalog.create();
  await writeEvidence(knex, standards);
  const services = {
    auth: mockServices.auth(),
    permissions: mockServices.permissions(),
  };
  const statements = new Statements({
    ...services,
    knex,
    declared: DeclaredStatements.create({
      configured: config.applicability,
      standards,
    }),
  });
  const documents = new Documents({
    ...services,
    store: new DocumentStore(knex),
    catalog: catalogServiceMock(),
    standards: standards.standards,
  });
  const evidence = { statements, documents: documents.reader };
  const credentials = mockCredentials.user();
  const reader = new CoverageReader({ knex, rules, ...evidence });
  const entities = new EntityCoverageReader({ knex, rules, ...evidence });
  const queries = new ClauseQueries({ rules, statements });
  const lists = new EntityReader({ knex, scale: config });
  const refs: string[] = await knex('entity').pluck('entity_ref').limit(1000);

  const coverage = (access: Access) =>
    timesOf(RUNS, index =>
      reader.read({
        standard: standards.standards[index % standards.standards.length],
        selection: selections[index % selections.length],
        access,
        ownerRefs: [],
        credentials,
      }),
    ).then(percentile95);
  // Of a clause that one check is evidence for, and of one that is indicated.
  const fields = ['clause.iso27001-2022.A.5.12', 'clause.iso27001-2022.A.5.27'];
  const behind = (access: Access) =>
    timesOf(RUNS, async index =>
      lists.query(
        await queries.resolve({
          query: {
            [fields[index % fields.length]]: { $in: ['gap', 'indicated'] },
          } as FilterPredicateExpression,
        }),
        access,
      ),
    ).then(percentile95);
  const assessed = new AssessedServiceReader({
    knex,
    rules,
    exporter: new ServiceExporter({ knex, rules, entities: lists }),
    explainer: new ResultExplainer({ knex, rules }),
    statements,
  });
  const everything = accessTo([]);
  const componentDefinition = await timed(async () => {
    const text = writeDocument(
      componentDefinitionDocument(
        firstOf(assessed.pages({}, everything, []), OSCAL_SERVICES),
        {
          now: new Date().toISOString(),
          subject: 'Some services',
          id: 'bench',
          rulesHash: rules.hash,
        },
      ),
    );
    for await (const piece of text) {
      piece.at(0);
    }
  });
  return {
    componentDefinition,
    coverage: await underEach(knex, coverage),
    behindCoverage: await underEach(knex, behind),
    entityCoverage: await timesOf(RUNS, index =>
      entities.read(refs[(index * 7) % refs.length], credentials),
    ).then(percentile95),
  };
}
