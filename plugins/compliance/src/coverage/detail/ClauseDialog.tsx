import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  ClauseCoverage,
  ClauseRef,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode, useId } from 'react';
import { useChecks } from '../../api';
import { complianceTranslationRef } from '../../translations';
import { ServicesSelection } from '../clausesQuery';
import { useClausesView } from '../ClausesView';
import { ClauseNotes } from '../components/ClauseNotes';
import { OrganisationEvidence } from '../components/OrganisationEvidence';
import { isAboutServices } from '../components/ServiceCounts';
import { ClauseChecks } from './ClauseChecks';
import styles from './ClauseDialog.module.css';
import { IndicatedBy } from './IndicatedBy';
import { RelatedClauses } from './RelatedClauses';
import { relatedClauses } from './relations';
import { StateTable } from './StateTable';

function Part(props: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId}>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** Everything about a clause over all services. */
export function ClauseDialog(props: {
  clause: ClauseRef;
  coverage: ClauseCoverage;
  standard: StandardResponse;
  services: ServicesSelection;
  onClose: () => void;
}) {
  const { clause, coverage, standard, services, onClose } = props;
  const { counts, checks: checkIds, organisation, indications } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const view = useClausesView();
  const checks = useChecks();
  return (
    <Dialog
      className={styles.dialog}
      width={720}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>
        {t('coverage.detail.title', {
          id: clause.clause,
          title: view.titleOf(clause),
        })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.muted}>{standard.title}</p>
          <ClauseNotes
            facts={coverage}
            version={view.versionOf(standard.id)}
            standardTitle={view.standardTitle}
          />
          {isAboutServices(counts) && (
            <StateTable clause={clause} counts={counts} services={services} />
          )}
          <Part title={t('coverage.detail.checks')}>
            <ClauseChecks
              ids={checkIds}
              checks={checks.value?.items ?? []}
              services={services}
            />
          </Part>
          {checkIds.length === 0 && indications.length > 0 && (
            <Part title={t('coverage.detail.indications')}>
              <IndicatedBy indications={indications} />
            </Part>
          )}
          <Part title={t('coverage.detail.related')}>
            <RelatedClauses related={relatedClauses(clause, standard)} />
          </Part>
          {organisation && (
            <Part title={t('coverage.detail.documents')}>
              <OrganisationEvidence
                organisation={organisation}
                documentLink={view.documentLink}
              />
            </Part>
          )}
          <p className={styles.muted}>{t('coverage.disclaimer')}</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('coverage.detail.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
