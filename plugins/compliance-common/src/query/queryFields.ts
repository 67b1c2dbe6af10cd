import { CheckDefinition, CheckStatus } from '../checks';
import { coverageStates } from '../coverage';
import { fieldList } from '../profile';
import { LevelRule, NO_LEVEL, Progress } from '../scorecard';
import { ClauseRef, Standard } from '../standards';
import { Level, ScaleId, Vocabulary } from '../vocabulary';
import { partsOf } from './fieldParts';
import { QueryField } from './types';

/**
 * What a check can say, in the order it is shown.
 *
 * @public
 */
export const checkStatuses: readonly CheckStatus[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'waived',
];

/**
 * How far a profile can be.
 *
 * @public
 */
export const progresses: readonly Progress[] = [
  'untouched',
  'started',
  'complete',
];

/** Id of the query field for a check is this, followed by the check's id. */
export const CHECK_PREFIX = 'check.';

/**
 * Id of the query field for a clause that coverage is told for.
 *
 * @public
 */
export const clauseFieldId = ({ standard, clause }: ClauseRef): string =>
  `clause.${standard}.${clause}`;

/**
 * Everything that queries can compare: what the catalog says of an entity, its
 * scorecard, the fields of its profile, as `check.<id>` the status of each
 * check, and as `clause.<standard>.<number>` how each clause stands, which is
 * unset for what is out of scope of the management system.
 *
 * @public
 */
export function queryFields(
  vocabulary: Vocabulary & { levels: LevelRule[] },
  checks: readonly Pick<CheckDefinition, 'id' | 'title'>[],
  standards: readonly Pick<Standard, 'id' | 'clauses'>[] = [],
): QueryField[] {
  const levelsOf = (scale: ScaleId) => ({
    scale,
    values: vocabulary.scales[scale].map((level: Level) => level.id),
  });
  return [
    { id: 'kind', title: 'Kind', type: 'text' },
    { id: 'namespace', title: 'Namespace', type: 'text' },
    { id: 'name', title: 'Name', type: 'text' },
    { id: 'title', title: 'Title', type: 'text' },
    { id: 'type', title: 'Type', type: 'text' },
    { id: 'lifecycle', title: 'Lifecycle', type: 'text' },
    {
      id: 'owner',
      title: 'Owner',
      type: 'entity',
      isList: true,
      defaultKind: 'group',
    },
    { id: 'system', title: 'System', type: 'entity', defaultKind: 'system' },
    { id: 'domain', title: 'Domain', type: 'entity', defaultKind: 'domain' },
    {
      id: 'level',
      title: 'Level',
      type: 'level',
      values: [NO_LEVEL, ...vocabulary.levels.map(({ id }) => id)],
    },
    { id: 'score', title: 'Score', type: 'number' },
    { id: 'strictScore', title: 'Strict score', type: 'number' },
    { id: 'openFindings', title: 'Open findings', type: 'number' },
    {
      id: 'progress',
      title: 'Progress',
      type: 'level',
      values: [...progresses],
    },
    {
      id: 'supplierRisk',
      title: 'Supplier risk',
      type: 'level',
      ...levelsOf('risk'),
    },
    ...fieldList.flatMap(field =>
      partsOf(field).map(
        ({ id, title, type, isList }): QueryField => ({
          id,
          title,
          type,
          ...(isList && { isList }),
          ...(field.scale && levelsOf(field.scale)),
          ...(type === 'entity' && { defaultKind: 'group' }),
        }),
      ),
    ),
    ...checks.map(
      (check): QueryField => ({
        id: `${CHECK_PREFIX}${check.id}`,
        title: check.title,
        type: 'level',
        values: [...checkStatuses],
      }),
    ),
    ...standards.flatMap(({ id: standard, clauses }) =>
      clauses
        .filter(({ unit }) => unit)
        .map(
          ({ id: clause, title }): QueryField => ({
            id: clauseFieldId({ standard, clause }),
            title: `${clause} ${title}`,
            type: 'level',
            values: [...coverageStates],
          }),
        ),
    ),
  ];
}
