import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig } from '@backstage/ui';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { complianceTranslationRef } from '../translations';
import {
  AssessmentCell,
  CertificationsCell,
  ContractCell,
  DependentsCell,
  LevelCell,
  NameCell,
  RiskCell,
  ScoreCell,
} from './cells';
import { OrderField } from './suppliersQuery';
import { SupplierRow } from './useSuppliersTable';

type ColumnId =
  | OrderField
  | 'dependents'
  | 'kind'
  | 'dataAccess'
  | 'certifications';

/** A column; one that is sortable has the id that the backend sorts it by. */
type Column = Pick<
  ColumnConfig<SupplierRow>,
  'minWidth' | 'defaultWidth' | 'isRowHeader' | 'isSortable'
> & {
  id: ColumnId;
  cell: (row: SupplierRow, vocabulary: VocabularyResponse) => JSX.Element;
};

function columnsOf(open: (entityRef: string) => void): Column[] {
  return [
    {
      id: 'name',
      isRowHeader: true,
      isSortable: true,
      minWidth: 220,
      defaultWidth: '1.5fr',
      cell: row => <NameCell row={row} />,
    },
    {
      id: 'dependents',
      minWidth: 210,
      defaultWidth: '1.5fr',
      cell: (row, vocabulary) => (
        <DependentsCell
          row={row}
          vocabulary={vocabulary}
          open={() => open(row.entityRef)}
        />
      ),
    },
    {
      id: 'residualRisk',
      isSortable: true,
      minWidth: 150,
      cell: (row, vocabulary) => <RiskCell row={row} vocabulary={vocabulary} />,
    },
    {
      id: 'criticality',
      isSortable: true,
      minWidth: 130,
      cell: (row, vocabulary) => (
        <LevelCell
          row={row}
          vocabulary={vocabulary}
          scale="criticality"
          property="criticality"
        />
      ),
    },
    {
      id: 'nextAssessmentOn',
      isSortable: true,
      minWidth: 170,
      cell: row => <AssessmentCell row={row} />,
    },
    {
      id: 'contractEndsOn',
      isSortable: true,
      minWidth: 205,
      cell: row => <ContractCell row={row} />,
    },
    {
      id: 'certifications',
      minWidth: 205,
      cell: row => <CertificationsCell row={row} />,
    },
    {
      id: 'dataAccess',
      minWidth: 145,
      cell: (row, vocabulary) => (
        <LevelCell
          row={row}
          vocabulary={vocabulary}
          scale="dataAccess"
          property="dataAccess"
        />
      ),
    },
    {
      id: 'kind',
      minWidth: 110,
      cell: (row, vocabulary) => (
        <LevelCell
          row={row}
          vocabulary={vocabulary}
          scale="supplierKind"
          property="kind"
        />
      ),
    },
    {
      id: 'score',
      isSortable: true,
      minWidth: 165,
      cell: (row, vocabulary) => (
        <ScoreCell row={row} vocabulary={vocabulary} />
      ),
    },
  ];
}

/**
 * The columns of the table. Without a vocabulary, which is only so while the
 * table has no rows, its cells are empty.
 *
 * @param open - shows the dependents of a supplier; must stay the same
 */
export function useColumns(
  vocabulary: VocabularyResponse | undefined,
  open: (entityRef: string) => void,
): ColumnConfig<SupplierRow>[] {
  const { t } = useTranslationRef(complianceTranslationRef);
  // New columns render every row anew, which is too slow while typing.
  return useMemo(
    () =>
      columnsOf(open).map(({ cell, ...column }) => ({
        ...column,
        label: t(`estate.suppliers.column.${column.id}`),
        cell: row => (vocabulary ? cell(row, vocabulary) : <Cell />),
      })),
    [vocabulary, open, t],
  );
}
