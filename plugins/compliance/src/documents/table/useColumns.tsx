import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ColumnConfig } from '@backstage/ui';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { complianceTranslationRef } from '../../translations';
import { KnownStandard } from '../clauseGroups';
import { ClauseNumbers } from '../components/ClauseNumbers';
import { ReviewDate } from '../components/ReviewDate';
import { SourceLabel } from '../components/SourceLabel';
import { StateLabel } from '../components/StateLabel';
import { OrderField, orderFields } from '../documentsQuery';
import {
  ApprovedCell,
  ContentCell,
  KindCell,
  OwnerCell,
  TitleCell,
  VersionCell,
} from './cells';

/** A column; one that documents can be sorted by has the id of the order. */
type Column = Pick<
  ColumnConfig<RegisteredDocument>,
  'minWidth' | 'defaultWidth' | 'isRowHeader' | 'cell'
> & { id: OrderField | 'clauses' };

function columnsOf(
  standards: readonly KnownStandard[],
  open: (id: string) => void,
): Column[] {
  return [
    {
      id: 'title',
      isRowHeader: true,
      minWidth: 210,
      defaultWidth: '2fr',
      cell: document => <TitleCell document={document} open={open} />,
    },
    {
      id: 'kind',
      minWidth: 105,
      cell: document => <KindCell document={document} />,
    },
    {
      id: 'state',
      minWidth: 150,
      cell: document => (
        <ContentCell>
          <StateLabel document={document} />
        </ContentCell>
      ),
    },
    {
      id: 'clauses',
      minWidth: 230,
      defaultWidth: '2fr',
      cell: document => (
        <ContentCell>
          <ClauseNumbers document={document} standards={standards} />
        </ContentCell>
      ),
    },
    {
      id: 'owner',
      minWidth: 165,
      cell: document => <OwnerCell document={document} />,
    },
    {
      id: 'nextReviewOn',
      minWidth: 140,
      cell: document => (
        <ContentCell>
          <ReviewDate document={document} />
        </ContentCell>
      ),
    },
    {
      id: 'version',
      minWidth: 95,
      cell: document => <VersionCell document={document} />,
    },
    {
      id: 'approvedOn',
      minWidth: 125,
      cell: document => <ApprovedCell document={document} />,
    },
    {
      id: 'source',
      minWidth: 150,
      cell: document => (
        <ContentCell>
          <SourceLabel document={document} />
        </ContentCell>
      ),
    },
  ];
}

/**
 * The columns of the table.
 *
 * @param open - shows the details of a document; must stay the same
 */
export function useColumns(
  standards: readonly KnownStandard[],
  open: (id: string) => void,
): ColumnConfig<RegisteredDocument>[] {
  const { t } = useTranslationRef(complianceTranslationRef);
  // New columns render every row anew, which is too slow while typing.
  return useMemo(
    () =>
      columnsOf(standards, open).map(column => ({
        ...column,
        label: t(`documents.column.${column.id}`),
        isSortable: orderFields.some(field => field === column.id),
      })),
    [standards, open, t],
  );
}
