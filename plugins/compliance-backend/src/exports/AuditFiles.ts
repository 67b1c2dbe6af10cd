import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { createHash } from 'node:crypto';
import { Statements } from '../applicability/Statements';
import { Rules } from '../checks/Rules';
import { CoverageReader } from '../coverage/CoverageReader';
import { EntityCoverageReader } from '../coverage/EntityCoverageReader';
import { AssessedService } from '../oscal/AssessedService';
import { AssessedServiceReader } from '../oscal/AssessedServiceReader';
import { assessmentResultsDocument } from '../oscal/assessmentResults';
import { catalogDocument } from '../oscal/catalog';
import { componentDefinitionDocument } from '../oscal/componentDefinition';
import { mappingCollectionDocument } from '../oscal/mappingCollection';
import { ExportContext } from '../oscal/metadata';
import { planOfActionDocument } from '../oscal/planOfAction';
import { OscalDocument, writeDocument } from '../oscal/writeDocument';
import { Access } from '../permissions/Access';
import { StandardCatalog } from '../standards/StandardCatalog';
import { applicabilityFile } from './applicabilityFile';
import { coverageFile, serviceCoverageFile } from './coverageFile';
import { crosswalkFile } from './crosswalkFile';

/** What a file is to tell about, and who asks for it. */
export interface AuditFileRequest {
  query: Omit<EntitiesQuery, 'limit' | 'cursor'>;
  /** The only entity that the query selects. */
  entityRef?: string;
  credentials: BackstageCredentials;
  access: Access;
  ownerRefs: string[];
  /** Told of each page of services. */
  onServices: (count: number) => void;
}

/** Writes a file in pieces. */
export type WriteAuditFile = (
  request: AuditFileRequest,
) => AsyncGenerator<string>;

/** The files that auditors take away. */
export class AuditFiles {
  readonly #files: ReadonlyMap<string, WriteAuditFile>;

  constructor(options: {
    rules: Rules;
    standards: StandardCatalog;
    coverage: CoverageReader;
    entityCoverage: EntityCoverageReader;
    services: AssessedServiceReader;
    statements: Statements;
  }) {
    const { rules, standards, services } = options;

    const oscal =
      (
        toDocument: (
          pages: AsyncIterable<AssessedService[]>,
          context: ExportContext,
        ) => OscalDocument,
      ): WriteAuditFile =>
      request =>
        writeDocument(
          toDocument(
            told(
              services.pages(request.query, request.access, request.ownerRefs),
              request,
            ),
            contextOf(request, rules),
          ),
        );

    this.#files = new Map<string, WriteAuditFile>([
      ...standards.standards.map((standard): [string, WriteAuditFile] => [
        `coverage-${standard.id}.csv`,
        request => coverageOf(standard.id, request, options),
      ]),
      ['applicability.csv', request => applicabilityOf(request, options)],
      [
        'crosswalk.csv',
        () => whole(crosswalkFile(standards.standards, standards.crosswalks)),
      ],
      [
        'catalog.json',
        oscal((_, context) => catalogDocument(standards.standards, context)),
      ],
      [
        'mapping-collection.json',
        oscal((_, context) =>
          mappingCollectionDocument(standards.crosswalks, context),
        ),
      ],
      ['component-definition.json', oscal(componentDefinitionDocument)],
      ['assessment-results.json', oscal(assessmentResultsDocument)],
      ['plan-of-action-and-milestones.json', oscal(planOfActionDocument)],
    ]);
  }

  /** Names of all files, in the order they are offered. */
  get names(): string[] {
    return [...this.#files.keys()];
  }

  find(name: string): WriteAuditFile | undefined {
    return this.#files.get(name);
  }
}

async function* coverageOf(
  id: string,
  request: AuditFileRequest,
  options: {
    standards: StandardCatalog;
    coverage: CoverageReader;
    entityCoverage: EntityCoverageReader;
  },
): AsyncGenerator<string> {
  const { entityRef, credentials, query, onServices } = request;
  const standard = options.standards.find(id)!;
  if (entityRef !== undefined) {
    const found = await options.entityCoverage.read(entityRef, credentials);
    const its = found?.standards.find(entry => entry.standard === id);
    onServices(its ? 1 : 0);
    yield its ? serviceCoverageFile(standard, entityRef, its) : '';
    return;
  }
  const coverage = await options.coverage.read({
    ...request,
    standard,
    selection: query,
  });
  onServices(coverage.services);
  yield coverageFile(standard, coverage);
}

/** The newest approved version of each statement, or else its draft. */
async function* applicabilityOf(
  { credentials }: AuditFileRequest,
  options: { standards: StandardCatalog; statements: Statements },
): AsyncGenerator<string> {
  const { standards, statements } = options;
  await statements.control.rightsOf(credentials);
  const all = [];
  for (const standard of standards.standards) {
    const { about, entries, versions } = await statements.reader.read(
      standard.id,
    );
    const [newest] = versions;
    const approved =
      newest &&
      (await statements.reader.readVersion(standard.id, newest.number));
    all.push({
      standard,
      about,
      version: approved?.number,
      approvedAt: approved?.approvedAt,
      approvedBy: approved?.approvedBy,
      // Of clauses there is nothing to say but who handles them.
      entries:
        about === 'clauses'
          ? entries.filter(({ handledBy }) => handledBy !== undefined)
          : approved?.entries ?? entries,
    });
  }
  yield applicabilityFile(all);
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

async function* told(
  pages: AsyncIterable<AssessedService[]>,
  { onServices }: AuditFileRequest,
): AsyncGenerator<AssessedService[]> {
  for await (const services of pages) {
    onServices(services.length);
    yield services;
  }
}

function contextOf(
  { entityRef, query }: AuditFileRequest,
  rules: Rules,
): ExportContext {
  const { order, ...selection } = query;
  const text = JSON.stringify(selection);
  const isAll = ['{}', '{"filter":{}}'].includes(text);
  return {
    now: new Date().toISOString(),
    subject: entityRef ?? (isAll ? 'All services' : 'Selected services'),
    id: isAll ? 'all' : createHash('sha256').update(text).digest('hex'),
    rulesHash: rules.hash,
  };
}
