import {
  FieldEntry,
  FieldGroup,
  fieldList,
  SourcedValue,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Cell } from './csv';
import { ExportedService } from './ServiceExporter';

/** A column of the table of services. */
interface ServiceColumn {
  /** Different for each of them. */
  heading: string;
  cellOf(service: ExportedService): Cell;
}

const groupNames: Record<FieldGroup, string> = {
  serviceLevel: 'service level',
  information: 'information',
  continuity: 'continuity',
  supplier: 'supplier',
  scope: 'scope',
  operations: 'operations',
};

/** The effective value of a field; undefined when it is unset. */
export function valueOf(
  { profile }: ExportedService,
  { group, name }: FieldEntry,
): unknown {
  return (profile[group] as Record<string, SourcedValue>)[name]?.value;
}

function fieldColumn(field: FieldEntry): ServiceColumn {
  return {
    // Each facet has fields that say that it does not apply.
    heading: field.excludes
      ? `${field.title} (${groupNames[field.group]})`
      : field.title,
    cellOf(service) {
      const value = valueOf(service, field);
      return value === undefined || typeof value === 'number'
        ? value
        : field.type.format(value);
    },
  };
}

/** All of them, in their order. */
export const serviceColumns: readonly ServiceColumn[] = [
  { heading: 'Entity', cellOf: ({ summary }) => summary.entityRef },
  { heading: 'Kind', cellOf: ({ summary }) => summary.kind },
  { heading: 'Namespace', cellOf: ({ summary }) => summary.namespace },
  { heading: 'Name', cellOf: ({ summary }) => summary.name },
  { heading: 'Title', cellOf: ({ summary }) => summary.title },
  { heading: 'Type', cellOf: ({ summary }) => summary.type },
  { heading: 'Lifecycle', cellOf: ({ summary }) => summary.lifecycle },
  { heading: 'Owners', cellOf: ({ owners }) => owners.join(', ') },
  { heading: 'System', cellOf: ({ summary }) => summary.system },
  { heading: 'Domain', cellOf: ({ summary }) => summary.domain },
  { heading: 'Level', cellOf: ({ summary }) => summary.level },
  { heading: 'Score', cellOf: ({ summary }) => summary.score },
  { heading: 'Strict score', cellOf: ({ summary }) => summary.strictScore },
  { heading: 'Open findings', cellOf: ({ summary }) => summary.openFindings },
  { heading: 'Progress', cellOf: ({ summary }) => summary.progress },
  { heading: 'Supplier risk', cellOf: ({ summary }) => summary.supplierRisk },
  {
    heading: 'Missing fields',
    cellOf: ({ summary }) => summary.missing?.join(', '),
  },
  { heading: 'Assessed at', cellOf: ({ summary }) => summary.assessedAt },
  ...fieldList.map(fieldColumn),
];
