import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import {
  Facet,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import {
  ProgressLabel,
  ScoreMeter,
  Timestamp,
  useFormats,
} from '../../components';
import { complianceTranslationRef } from '../../translations';
import { orderFields } from '../servicesQuery';
import { ServiceRow } from '../useServicesTable';
import {
  EntityCell,
  FacetValueCell,
  LevelCell,
  MissingCell,
  NameCell,
} from './cells';
import styles from './cells.module.css';
import { ColumnId } from './columnIds';

type Column = Pick<
  ColumnConfig<ServiceRow>,
  'cell' | 'minWidth' | 'defaultWidth' | 'isRowHeader'
>;

type FacetColumnId =
  | 'serviceTier'
  | 'classification'
  | 'continuityTier'
  | 'supplierRisk';

function columnsOf(
  vocabulary: VocabularyResponse | undefined,
  number: (value: number) => string,
): Record<ColumnId, Column> {
  const levels = vocabulary?.levels ?? [];
  const facetColumn = (
    id: FacetColumnId,
    facet: Facet,
    scale: ScaleId,
    minWidth: number,
  ): Column => ({
    minWidth,
    cell: row => (
      <FacetValueCell
        levelId={row[id]}
        facet={facet}
        scale={scale}
        row={row}
        vocabulary={vocabulary}
      />
    ),
  });
  const textColumn = (
    minWidth: number,
    textOf: (row: ServiceRow) => string | undefined,
  ): Column => ({
    minWidth,
    cell: row => <CellText title={textOf(row) ?? ''} />,
  });

  return {
    name: {
      isRowHeader: true,
      minWidth: 180,
      defaultWidth: '2fr',
      cell: row => <NameCell row={row} />,
    },
    score: {
      minWidth: 130,
      cell: row => (
        <Cell>
          <ScoreMeter score={row.score} level={row.level} levels={levels} />
        </Cell>
      ),
    },
    strictScore: {
      minWidth: 100,
      cell: row => (
        <Cell>
          <span className={styles.number}>
            {row.strictScore !== undefined && number(row.strictScore)}
          </span>
        </Cell>
      ),
    },
    level: {
      minWidth: 100,
      cell: row => <LevelCell level={row.level} levels={levels} />,
    },
    openFindings: {
      minWidth: 100,
      cell: row => (
        <Cell>
          <span className={styles.number}>{row.openFindings}</span>
        </Cell>
      ),
    },
    serviceTier: facetColumn('serviceTier', 'serviceLevel', 'serviceTier', 98),
    classification: facetColumn(
      'classification',
      'information',
      'classification',
      135,
    ),
    continuityTier: facetColumn(
      'continuityTier',
      'continuity',
      'continuityTier',
      115,
    ),
    supplierRisk: facetColumn('supplierRisk', 'supplier', 'risk', 105),
    owner: {
      minWidth: 140,
      defaultWidth: '2fr',
      cell: row => <EntityCell entityRef={row.owner} defaultKind="group" />,
    },
    system: {
      minWidth: 140,
      cell: row => <EntityCell entityRef={row.system} defaultKind="system" />,
    },
    domain: {
      minWidth: 130,
      cell: row => <EntityCell entityRef={row.domain} defaultKind="domain" />,
    },
    kind: textColumn(150, ({ kind, type }) =>
      [kind, type].filter(Boolean).join(' · '),
    ),
    type: textColumn(110, ({ type }) => type),
    lifecycle: textColumn(120, ({ lifecycle }) => lifecycle),
    progress: {
      minWidth: 130,
      cell: row => (
        <Cell>
          <ProgressLabel progress={row.progress} />
        </Cell>
      ),
    },
    missing: {
      minWidth: 200,
      defaultWidth: '2fr',
      cell: row => (
        <MissingCell missing={row.missing} vocabulary={vocabulary} />
      ),
    },
    assessedAt: {
      minWidth: 140,
      cell: row => (
        <Cell>
          <div className={styles.line}>
            {row.assessedAt && <Timestamp value={row.assessedAt} />}
          </div>
        </Cell>
      ),
    },
  };
}

/**
 * Columns of the table; their ids are what the backend sorts by. Without a
 * vocabulary, which is only so while the table has no rows, there are no titles
 * of levels.
 */
export function useColumns(
  vocabulary: VocabularyResponse | undefined,
  ids: ColumnId[],
): ColumnConfig<ServiceRow>[] {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const key = ids.join();
  // New columns render every row anew, which is too slow while typing.
  return useMemo(() => {
    const columns = columnsOf(vocabulary, number);
    return (key.split(',') as ColumnId[]).map(id => ({
      ...columns[id],
      id,
      label: t(`column.${id}`),
      isSortable: orderFields.some(field => field === id),
    }));
  }, [vocabulary, key, number, t]);
}
