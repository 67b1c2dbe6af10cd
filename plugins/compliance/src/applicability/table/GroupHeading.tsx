import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { complianceTranslationRef } from '../../translations';
import { RowGroup } from '../statementRows';
import styles from './StatementTable.module.css';

/** The heading of the rows of a theme. */
export function GroupHeading(props: {
  group: RowGroup;
  /** Number of columns of the table. */
  columns: number;
}) {
  const { group, columns } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className={styles.group}>
        {group.id === ''
          ? t('applicability.dropped')
          : t('applicability.clause', { id: group.id, title: group.title })}
      </th>
    </tr>
  );
}
