import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useMemo } from 'react';
import { ScrollArea } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { groupRows, StatementRow as Row } from '../statementRows';
import { GroupHeading } from './GroupHeading';
import { Measurement, StatementRow } from './StatementRow';

/** What a statement says about controls, by theme. */
export function StatementTable(props: {
  rows: Row[];
  standard: string;
  measurement?: Measurement;
  /** Must stay the same. */
  edit?: (clause: string) => void;
}) {
  const { rows, standard, measurement, edit } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const groups = useMemo(() => groupRows(rows), [rows]);
  const headings = [
    t('applicability.table.control'),
    t('applicability.field.applicable'),
    t('applicability.table.justification'),
    t('applicability.table.implementation'),
    ...(measurement ? [t('applicability.table.measured')] : []),
    t('applicability.field.owner'),
    t('applicability.field.reviewedOn'),
  ];
  return (
    <ScrollArea label={t('applicability.table.title')}>
      <table>
        <thead>
          <tr>
            {headings.map(heading => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {edit && (
              <th scope="col">
                <VisuallyHidden>
                  {t('applicability.table.actions')}
                </VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.id}>
            <GroupHeading
              group={group}
              columns={headings.length + (edit ? 1 : 0)}
            />
            {group.rows.map(row => (
              <StatementRow
                key={row.id}
                row={row}
                standard={standard}
                measurement={measurement}
                edit={edit}
              />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}
