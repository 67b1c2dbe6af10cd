import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  ColumnConfig,
  Link,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import {
  Facet,
  findLevel,
  LevelRule,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { EntityLink, ScoreMeter, useLevelTitle } from '../components';
import { useScorecardLink } from '../entity';
import { complianceTranslationRef } from '../translations';
import { OrderField } from './servicesQuery';
import styles from './ServicesTable.module.css';
import { ServiceRow } from './useServicesTable';

function NameCell(props: { row: ServiceRow }) {
  const { title, name, namespace, entityRef } = props.row;
  const scorecardLink = useScorecardLink();
  const shortRef =
    namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  return (
    <Cell>
      <div className={styles.name}>
        <Link
          href={scorecardLink(entityRef)}
          variant="body-medium"
          weight="bold"
          title={title ?? shortRef}
          truncate
        >
          {title ?? shortRef}
        </Link>
        {title && title !== shortRef && (
          <Text variant="body-small" color="secondary" truncate>
            {shortRef}
          </Text>
        )}
      </div>
    </Cell>
  );
}

function LevelCell(props: { level?: string; levels: LevelRule[] }) {
  const { level, levels } = props;
  const titleOf = useLevelTitle(levels);
  return (
    <CellText title={titleOf(level)} color={level ? 'primary' : 'secondary'} />
  );
}

// The table sets the props `id` and `value` of what renders a cell.
function FacetValueCell(props: {
  levelId?: string;
  facet: Facet;
  scale: ScaleId;
  row: ServiceRow;
  vocabulary?: VocabularyResponse;
}) {
  const { levelId, facet, scale, row, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (!levelId && row.facets && !row.facets.includes(facet)) {
    return (
      <Cell>
        <span aria-hidden title={t('value.notApplicable')}>
          –
        </span>
        <VisuallyHidden>{t('value.notApplicable')}</VisuallyHidden>
      </Cell>
    );
  }
  const title = vocabulary && findLevel(vocabulary, scale, levelId)?.title;
  return (
    <CellText
      title={title ?? levelId ?? t('value.notSet')}
      color={levelId ? 'primary' : 'secondary'}
    />
  );
}

function EntityCell(props: { entityRef?: string; defaultKind: string }) {
  const { entityRef, defaultKind } = props;
  return (
    <Cell>
      <div className={styles.entity}>
        {entityRef && (
          <EntityLink entityRef={entityRef} defaultKind={defaultKind} />
        )}
      </div>
    </Cell>
  );
}

/** A column; its id is what the backend calls it when it sorts by it. */
type Column = Pick<
  ColumnConfig<ServiceRow>,
  'cell' | 'minWidth' | 'defaultWidth' | 'isRowHeader'
> & { id: OrderField };

function columnsOf(vocabulary: VocabularyResponse | undefined): Column[] {
  const levels = vocabulary?.levels ?? [];
  return [
    {
      id: 'name',
      isRowHeader: true,
      minWidth: 200,
      defaultWidth: '2fr',
      cell: row => <NameCell row={row} />,
    },
    {
      id: 'score',
      minWidth: 165,
      cell: row => (
        <Cell>
          <ScoreMeter score={row.score} level={row.level} levels={levels} />
        </Cell>
      ),
    },
    {
      id: 'level',
      minWidth: 125,
      cell: row => <LevelCell level={row.level} levels={levels} />,
    },
    {
      id: 'openFindings',
      minWidth: 110,
      cell: row => (
        <Cell>
          <span className={styles.number}>{row.openFindings}</span>
        </Cell>
      ),
    },
    {
      id: 'serviceTier',
      minWidth: 105,
      cell: row => (
        <FacetValueCell
          levelId={row.serviceTier}
          facet="serviceLevel"
          scale="serviceTier"
          row={row}
          vocabulary={vocabulary}
        />
      ),
    },
    {
      id: 'classification',
      minWidth: 155,
      cell: row => (
        <FacetValueCell
          levelId={row.classification}
          facet="information"
          scale="classification"
          row={row}
          vocabulary={vocabulary}
        />
      ),
    },
    {
      id: 'continuityTier',
      minWidth: 130,
      cell: row => (
        <FacetValueCell
          levelId={row.continuityTier}
          facet="continuity"
          scale="continuityTier"
          row={row}
          vocabulary={vocabulary}
        />
      ),
    },
    {
      id: 'supplierRisk',
      minWidth: 120,
      cell: row => (
        <FacetValueCell
          levelId={row.supplierRisk}
          facet="supplier"
          scale="risk"
          row={row}
          vocabulary={vocabulary}
        />
      ),
    },
    {
      id: 'owner',
      minWidth: 150,
      cell: row => <EntityCell entityRef={row.owner} defaultKind="group" />,
    },
    {
      id: 'system',
      minWidth: 150,
      cell: row => <EntityCell entityRef={row.system} defaultKind="system" />,
    },
    {
      id: 'kind',
      minWidth: 160,
      cell: row => (
        <CellText title={[row.kind, row.type].filter(Boolean).join(' · ')} />
      ),
    },
  ];
}

/**
 * The columns of the table. Without a vocabulary, which is only so while the
 * table has no rows, there are no titles of levels.
 */
export function useColumns(
  vocabulary: VocabularyResponse | undefined,
): ColumnConfig<ServiceRow>[] {
  const { t } = useTranslationRef(complianceTranslationRef);
  // New columns render every row anew, which is too slow while typing.
  return useMemo(
    () =>
      columnsOf(vocabulary).map(column => ({
        ...column,
        label: t(`column.${column.id}`),
        isSortable: true,
      })),
    [vocabulary, t],
  );
}
