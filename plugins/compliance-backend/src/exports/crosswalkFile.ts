import {
  Crosswalk,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { BOM, csvLine } from './csv';

const headings = [
  'Crosswalk',
  'Status',
  'Source standard',
  'Source clause',
  'Source title',
  'Relationship',
  'Target standard',
  'Target clause',
  'Target title',
  'Theme',
];

/** The relations between the clauses of standards, a line for each. */
export function crosswalkFile(
  standards: readonly Standard[],
  crosswalks: readonly Crosswalk[],
): string {
  const end = (id: string, clause: string) => {
    const standard = standards.find(entry => entry.id === id);
    return [
      standard?.title ?? id,
      clause,
      standard?.clauses.find(entry => entry.id === clause)?.title,
    ];
  };
  return [
    BOM + csvLine(headings),
    ...crosswalks.flatMap(({ id, status, source, target, relations }) =>
      relations.map(relation =>
        csvLine([
          id,
          status,
          ...end(source, relation.source),
          relation.relationship,
          ...end(target, relation.target),
          relation.theme,
        ]),
      ),
    ),
  ].join('');
}
