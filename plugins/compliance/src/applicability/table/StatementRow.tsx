import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiAlertFill, RiEditLine } from '@remixicon/react';
import { memo, ReactNode } from 'react';
import { EntityLink, ExternalLink, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { decisionOf } from '../decision';
import { StatementRow as Row } from '../statementRows';
import { DecisionLabel } from './DecisionLabel';
import { Measured } from './Measured';
import styles from './StatementTable.module.css';

/** What is known of the measurement of all rows. */
export interface Measurement {
  state: 'loading' | 'failed' | 'known';
  /** Number of the approved version that exclusions are from. */
  version?: number;
}

function Justification(props: { row: Row }) {
  const { reasons = [], exclusion, links = [] } = props.row.entry;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <>
      {reasons.map(reason => t(`applicability.reason.${reason}`)).join(', ')}
      {exclusion && <p className={styles.exclusion}>{exclusion}</p>}
      {links.length > 0 && (
        <ul
          className={styles.links}
          aria-label={t('applicability.field.links')}
        >
          {links.map(({ url, title }, index) => (
            // The same link can be there twice.
            <li key={`${index} ${url}`}>
              <ExternalLink href={url}>{title}</ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A control, what people say of it and what checks measure. */
export const StatementRow = memo(function ControlRow(props: {
  row: Row;
  standard: string;
  /** Absent for versions: they are not about what is measured today. */
  measurement?: Measurement;
  /** Absent when it may not be edited. */
  edit?: (clause: string) => void;
}) {
  const { row, standard, measurement, edit } = props;
  const { implementation, owner, reviewedOn } = row.entry;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  const notSet = (
    <span className={styles.muted}>{t('applicability.notSet')}</span>
  );

  function measured({ state, version }: Measurement): ReactNode {
    if (row.coverage) {
      return (
        <Measured
          standard={standard}
          coverage={row.coverage}
          version={version}
        />
      );
    }
    return (
      <span className={styles.muted}>
        {state === 'loading'
          ? t('applicability.measured.loading')
          : t('applicability.measured.unknown')}
      </span>
    );
  }

  return (
    <tr>
      <th scope="row" className={styles.control}>
        <span className={styles.number}>{row.id}</span> {row.title}
      </th>
      <td>
        <DecisionLabel decision={decisionOf(row.entry)} />
      </td>
      <td className={styles.justification}>
        <Justification row={row} />
      </td>
      <td>
        {implementation
          ? t(`applicability.implementation.${implementation}`)
          : notSet}
      </td>
      {measurement && (
        <td className={styles.measured}>
          {measured(measurement)}
          {row.disagreement && (
            <p className={styles.warning}>
              <RiAlertFill aria-hidden size={14} />
              {t(`applicability.disagreement.${row.disagreement}`)}
            </p>
          )}
        </td>
      )}
      <td className={styles.owner}>
        {owner ? <EntityLink entityRef={owner} /> : notSet}
      </td>
      <td className={styles.date}>
        {reviewedOn ? (
          <time dateTime={reviewedOn}>{date(reviewedOn)}</time>
        ) : (
          notSet
        )}
      </td>
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
  );
});
