import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiErrorWarningFill, RiTimeLine } from '@remixicon/react';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './Deadline.module.css';
import { nearnessOf, today } from './deadlines';

/** A day until which something holds, marked when it is over or near. */
export function Deadline(props: {
  kind: 'assessment' | 'contract' | 'notice' | 'certificate';
  date: string;
}) {
  const { kind, date } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const formats = useFormats();
  const nearness = nearnessOf(date, today());
  return (
    <>
      <time
        dateTime={date}
        title={formats.relativeDate(date)}
        className={styles.date}
      >
        {formats.date(date)}
      </time>
      {nearness !== 'later' && ' '}
      {nearness === 'past' && (
        <span className={styles.mark}>
          <RiErrorWarningFill aria-hidden size={14} className={styles.past} />
          {t(`estate.date.${kind}Past`)}
        </span>
      )}
      {nearness === 'soon' && (
        <span className={styles.mark}>
          <RiTimeLine aria-hidden size={14} className={styles.soon} />
          {t(`estate.date.${kind}Soon`)}
        </span>
      )}
    </>
  );
}
