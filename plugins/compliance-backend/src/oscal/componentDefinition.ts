import { CoverageState } from '@service-compliance/backstage-plugin-compliance-common';
import { AssessedClause, AssessedService } from './AssessedService';
import { controlId, lineOf, listed, prop, uuidOf } from './identifiers';
import { catalogResource, ExportContext, metadataOf } from './metadata';
import { OscalDocument } from './writeDocument';

/** What of a clause is implemented; the rest is none of a definition's. */
const implementation: Partial<Record<CoverageState, string>> = {
  covered: 'implemented',
  partial: 'partial',
};

/**
 * A component for each service and supplier, with the clauses that its metadata
 * is evidence for. Gaps and waivers are not implemented: they stand in the
 * assessment results and in the plan of action.
 */
export function componentDefinitionDocument(
  services: AsyncIterable<AssessedService[]>,
  context: ExportContext,
): OscalDocument {
  return {
    model: 'component-definition',
    head: {
      uuid: uuidOf('component-definition', context.id),
      metadata: metadataOf('Services and suppliers', context),
    },
    list: { key: 'components', pages: mapped(services, componentOf) },
    tail: { 'back-matter': { resources: [catalogResource] } },
  };
}

/** UUID of the component that stands for a service, in every document. */
export const componentUuid = (entityRef: string) =>
  uuidOf('component', entityRef);

/** What documents say of a service wherever they mention it. */
export function describeComponent({ summary, ...service }: AssessedService) {
  const { entityRef, title, name } = summary;
  return {
    uuid: componentUuid(entityRef),
    type: 'service',
    title: lineOf(title) ?? name,
    description: `${summary.kind} '${entityRef}' of the service catalogue.`,
    props: [
      ...prop('entity-ref', entityRef),
      ...prop('role', service.isSupplier ? 'supplier' : 'service'),
      ...prop('owner', summary.owner),
      ...prop('system', summary.system),
      ...prop('lifecycle', summary.lifecycle),
      ...prop('service-tier', summary.serviceTier),
      ...prop('information-classification', summary.classification),
      ...prop('continuity-tier', summary.continuityTier),
      ...prop('supplier-risk', summary.supplierRisk),
      ...prop('level', summary.level),
      ...prop('score', summary.score),
    ],
  };
}

function componentOf(service: AssessedService) {
  const { entityRef } = service.summary;
  const byStandard = new Map<string, AssessedClause[]>();
  for (const clause of service.clauses) {
    if (implementation[clause.state]) {
      const clauses = byStandard.get(clause.standard) ?? [];
      byStandard.set(clause.standard, [...clauses, clause]);
    }
  }
  return {
    ...describeComponent(service),
    ...listed(
      'control-implementations',
      [...byStandard].map(([standard, clauses]) => ({
        uuid: uuidOf('control-implementation', entityRef, standard),
        source: `#${catalogResource.uuid}`,
        description: `What the metadata of the service is evidence for in ${standard}.`,
        'implemented-requirements': clauses.map(clause => ({
          uuid: uuidOf('requirement', entityRef, standard, clause.clause),
          'control-id': controlId(clause),
          description: describeEvidence(service, clause),
          props: [
            ...prop('implementation-status', implementation[clause.state]),
            ...prop('coverage', clause.state),
          ],
        })),
      })),
    ),
  };
}

/** The findings behind a clause, check by check. */
export function describeEvidence(
  { results }: AssessedService,
  { checks }: AssessedClause,
): string {
  return results
    .filter(({ checkId }) => checks.includes(checkId))
    .map(({ title, status, finding }) => `${title}: ${status}. ${finding}`)
    .join('\n');
}

/** Pages of something else, item by item. */
export async function* mapped<From, To>(
  pages: AsyncIterable<From[]>,
  toItem: (item: From) => To,
): AsyncGenerator<To[]> {
  for await (const items of pages) {
    yield items.map(toItem);
  }
}
