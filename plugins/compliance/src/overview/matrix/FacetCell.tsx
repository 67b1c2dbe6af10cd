import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { FacetTotals } from '@service-compliance/backstage-plugin-compliance-common';
import { StackedBar, StatusIcon, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './FacetCell.module.css';

/** How many services of a group are clear in a facet, failing or unknown. */
export function FacetCell(props: {
  totals: FacetTotals;
  /** What the services and the facet are called. */
  group: string;
  facet: string;
  /** Where those with open findings are listed. */
  href: string;
}) {
  const { totals, group, facet, href } = props;
  const { total, clear, failing, unknown } = totals;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();

  if (total === 0) {
    return (
      <span className={styles.none}>{t('overview.matrix.notApplicable')}</span>
    );
  }
  const clearText = t('overview.matrix.clear', {
    clear: number(clear),
    total: number(total),
  });
  const open = [
    { status: 'fail' as const, key: 'failing' as const, value: failing },
    { status: 'unknown' as const, key: 'unknown' as const, value: unknown },
  ]
    .filter(({ value }) => value > 0)
    .map(({ status, key, value }) => ({
      status,
      text: t(`overview.matrix.${key}`, { value: number(value) }),
    }));
  const numbers = (
    <>
      <span>{clearText}</span>
      {open.map(({ status, text }) => (
        <span key={status} className={styles.open}>
          <StatusIcon status={status} size={14} />
          {text}
        </span>
      ))}
    </>
  );
  return (
    <div className={styles.root}>
      <StackedBar
        parts={[
          { id: 'clear', value: clear, tone: 'success' },
          { id: 'failing', value: failing, tone: 'danger' },
          { id: 'unknown', value: unknown, tone: 'warning' },
        ]}
      />
      {open.length > 0 ? (
        <Link href={href} className={styles.numbers}>
          {numbers}
          <VisuallyHidden>
            {t('overview.matrix.cell', { group, facet })}
          </VisuallyHidden>
        </Link>
      ) : (
        <span className={styles.numbers}>{numbers}</span>
      )}
    </div>
  );
}
