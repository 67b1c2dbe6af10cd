import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { StandardResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { isErrorNamed, useAllStandards } from '../api';
import { EmptyState, ErrorAlert, Loading } from '../components';
import { Notice, useNotice } from '../record';
import { complianceTranslationRef } from '../translations';
import styles from './ApplicabilityContent.module.css';
import { noFilter } from './applicabilityQuery';
import { HandledClauses } from './handled/HandledClauses';
import { Statement } from './Statement';
import { useApplicabilityQuery } from './useApplicabilityQuery';
import { useForgetStatement, useStatement } from './useStatement';

const hasControls = ({ clauses }: StandardResponse) =>
  clauses.some(({ kind }) => kind === 'control');

/** The statement of one of the standards. */
function Chosen(
  props: ReturnType<typeof useApplicabilityQuery> & {
    standard: StandardResponse;
  },
) {
  const { standard, query, update, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value, error, loading, retry } = useStatement(standard.id);
  const forget = useForgetStatement();
  const { notice, notify, dismiss } = useNotice();

  if (error) {
    return isErrorNamed(error, 'NotAllowedError') ? (
      <Alert
        role="status"
        icon
        title={t('applicability.notAllowed.title')}
        description={t('applicability.notAllowed.description')}
      />
    ) : (
      <ErrorAlert error={error} retry={retry} isRetrying={loading} />
    );
  }
  if (!value) {
    return <Loading label={t('applicability.loading')} rows={8} />;
  }
  const content = {
    standard,
    statement: value,
    query,
    update,
    hrefOf,
    onChanged(text: string) {
      forget(standard.id);
      notify({ status: 'success', text });
    },
  };
  return (
    <>
      <Notice notice={notice} dismiss={dismiss} />
      {value.about === 'controls' ? (
        <Statement {...content} />
      ) : (
        <HandledClauses {...content} />
      )}
    </>
  );
}

/** The standards to choose from, and the statement of the chosen one. */
function Standards(props: { standards: StandardResponse[] }) {
  const { standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const address = useApplicabilityQuery();
  const chosen =
    standards.find(({ id }) => id === address.query.standard) ??
    standards.find(hasControls) ??
    standards[0];
  return (
    <>
      <ToggleButtonGroup
        className={styles.standards}
        aria-label={t('applicability.standard')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen.id]}
        onSelectionChange={([key]) =>
          address.update({
            ...noFilter,
            standard: String(key),
            version: undefined,
            compared: undefined,
            edited: undefined,
          })
        }
      >
        {standards.map(({ id, title }) => (
          <ToggleButton key={id} id={id}>
            {title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Chosen key={chosen.id} standard={chosen} {...address} />
    </>
  );
}

/** Which controls and clauses apply, and who handles them. */
export function ApplicabilityContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value, error, loading, retry } = useAllStandards();

  function content() {
    if (!value) {
      return error ? (
        <ErrorAlert error={error} retry={retry} isRetrying={loading} />
      ) : (
        <Loading label={t('applicability.loading')} rows={8} />
      );
    }
    return value.length === 0 ? (
      <EmptyState
        title={t('coverage.empty.title')}
        description={t('coverage.empty.description')}
      />
    ) : (
      <Standards standards={value} />
    );
  }

  return (
    <section aria-label={t('applicability.title')} className={styles.root}>
      {content()}
      <p className={styles.disclaimer}>{t('applicability.disclaimer')}</p>
    </section>
  );
}
