import {
  CheckResult,
  isOpen,
} from '@service-compliance/backstage-plugin-compliance-common';
import { AssessedService } from './AssessedService';
import { describeComponent } from './componentDefinition';
import { controlId, prop, uuidOf } from './identifiers';
import { ExportContext, metadataOf } from './metadata';
import { OscalDocument } from './writeDocument';

/** An item for each open finding and each waiver. */
export function planOfActionDocument(
  services: AsyncIterable<AssessedService[]>,
  context: ExportContext,
): OscalDocument {
  return {
    model: 'plan-of-action-and-milestones',
    head: {
      uuid: uuidOf('plan-of-action-and-milestones', context.id),
      metadata: metadataOf('Open gaps', context),
      'system-id': {
        'identifier-type': 'http://ietf.org/rfc/rfc4122',
        id: uuidOf('system', context.id),
      },
    },
    list: {
      key: 'poam-items',
      pages: itemsOf(services),
      whenEmpty: {
        uuid: uuidOf('poam-item', context.id),
        title: 'No open gaps',
        description: 'No check has an open finding.',
        props: prop('status', 'closed'),
      },
    },
  };
}

async function* itemsOf(
  services: AsyncIterable<AssessedService[]>,
): AsyncGenerator<object[]> {
  for await (const page of services) {
    yield page.flatMap(service =>
      service.results
        .filter(result => isOpen(result) || result.status === 'waived')
        .map(result => itemOf(service, result)),
    );
  }
}

function itemOf(service: AssessedService, result: CheckResult) {
  const { entityRef } = service.summary;
  const { checkId, title, status, finding, expected, remediation } = result;
  const inScope = service.clauses.filter(({ checks }) =>
    checks.includes(checkId),
  );
  return {
    uuid: uuidOf('poam-item', entityRef, checkId),
    title: `${describeComponent(service).title}: ${title}`,
    description: `${finding}\nExpected: ${expected}\nWhat to do: ${remediation.text}`,
    props: [
      ...prop('entity-ref', entityRef),
      ...prop('owner', service.summary.owner),
      ...prop('check-id', checkId),
      ...prop('status', status),
      ...prop('since', result.since),
      ...inScope.flatMap(clause => prop('control-id', controlId(clause))),
    ],
  };
}
