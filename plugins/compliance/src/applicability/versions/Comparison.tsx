import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Select } from '@backstage/ui';
import {
  ApplicabilityResponse,
  compareStatements,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ErrorAlert, Loading, Section } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { Edition } from '../applicabilityQuery';
import { useVersion } from '../useStatement';
import { ChangeTable } from './ChangeTable';
import styles from './Comparison.module.css';

/** The entries of a version, or those of the draft. */
function useEdition(statement: ApplicabilityResponse, edition: Edition) {
  const { standard, entries } = statement;
  const isDraft = edition === 'draft';
  const { value, ...answer } = useVersion(
    standard,
    isDraft ? undefined : edition,
  );
  return {
    ...answer,
    entries: isDraft ? entries : value?.entries,
  };
}

/** What is different between two versions, or a version and the draft. */
export function Comparison(props: {
  standard: StandardResponse;
  statement: ApplicabilityResponse;
  compared: { from: Edition; to: Edition };
  onChange: (compared: { from: Edition; to: Edition }) => void;
  /** Where the statement itself is. */
  backHref: string;
}) {
  const { standard, statement, compared, onChange, backHref } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const before = useEdition(statement, compared.from);
  const after = useEdition(statement, compared.to);

  const options = [
    { id: 'draft', label: t('applicability.versions.draft') },
    ...statement.versions.map(({ number }) => ({
      id: String(number),
      label: t('applicability.versions.version', { number: String(number) }),
    })),
  ];
  const select = (side: 'from' | 'to') => (
    <Select
      label={t(`applicability.comparison.${side}`)}
      options={options}
      value={String(compared[side])}
      onChange={value =>
        onChange({
          ...compared,
          [side]: value === 'draft' ? 'draft' : Number(value),
        })
      }
    />
  );

  function content() {
    const failed = [before, after].find(({ error }) => error);
    if (failed?.error) {
      return (
        <ErrorAlert
          error={failed.error}
          retry={failed.retry}
          isRetrying={failed.loading}
        />
      );
    }
    if (!before.entries || !after.entries) {
      return <Loading label={t('applicability.comparison.loading')} rows={4} />;
    }
    const changes = compareStatements(before.entries, after.entries);
    return (
      <>
        <p role="status" className={styles.count}>
          {changes.length === 0
            ? t('applicability.comparison.same')
            : t('applicability.comparison.count', { count: changes.length })}
        </p>
        {changes.length > 0 && (
          <ChangeTable
            label={t('applicability.comparison.title')}
            changes={changes}
            standard={standard}
          />
        )}
      </>
    );
  }

  return (
    <Section title={t('applicability.comparison.title')}>
      <div className={styles.sides}>
        {select('from')}
        {select('to')}
        <Link href={backHref}>{t('applicability.comparison.back')}</Link>
      </div>
      {content()}
    </Section>
  );
}
