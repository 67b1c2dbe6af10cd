import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiEditLine } from '@remixicon/react';
import { EntityLink, ScrollArea, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { groupRows, StatementRow } from '../statementRows';
import { GroupHeading } from '../table/GroupHeading';
import styles from '../table/StatementTable.module.css';

/** Who handles which clause, by the topmost clause. */
export function HandledTable(props: {
  rows: StatementRow[];
  /** Absent when it may not be edited. */
  edit?: (clause: string) => void;
}) {
  const { rows, edit } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();

  function lastChange({ entry: { changedAt, changedBy } }: StatementRow) {
    return changedAt && changedBy
      ? t('applicability.handled.changedBy', {
          time: timestamp(changedAt),
          user: <EntityLink entityRef={changedBy} />,
        })
      : undefined;
  }

  return (
    <ScrollArea label={t('applicability.handled.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('applicability.handled.clause')}</th>
            <th scope="col">{t('applicability.field.handledBy')}</th>
            <th scope="col">{t('applicability.handled.changed')}</th>
            {edit && (
              <th scope="col">
                <VisuallyHidden>
                  {t('applicability.table.actions')}
                </VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        {groupRows(rows).map(group => (
          <tbody key={group.id}>
            <GroupHeading group={group} columns={edit ? 4 : 3} />
            {group.rows.map(row => (
              <tr key={row.id}>
                <th scope="row" className={styles.control}>
                  <span className={styles.number}>{row.id}</span> {row.title}
                </th>
                <td className={styles.owner}>
                  {row.entry.handledBy ? (
                    <EntityLink entityRef={row.entry.handledBy} />
                  ) : (
                    <span className={styles.muted}>
                      {t('applicability.handled.own')}
                    </span>
                  )}
                </td>
                <td>{lastChange(row)}</td>
                {edit && (
                  <td>
                    <ButtonIcon
                      size="small"
                      variant="tertiary"
                      icon={<RiEditLine aria-hidden />}
                      aria-label={t('applicability.table.edit', {
                        clause: `${row.id} ${row.title}`,
                      })}
                      aria-haspopup="dialog"
                      onPress={() => edit(row.id)}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}
