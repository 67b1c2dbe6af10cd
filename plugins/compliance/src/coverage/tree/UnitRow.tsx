import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { ClauseCoverage } from '@service-compliance/backstage-plugin-compliance-common';
import { memo } from 'react';
import { complianceTranslationRef } from '../../translations';
import { useClausesView } from '../ClausesView';
import { ClauseNode } from '../clauseTree';
import { ClauseLink } from '../components/ClauseLink';
import { ClauseNotes } from '../components/ClauseNotes';
import { OrganisationEvidence } from '../components/OrganisationEvidence';
import { isAboutServices, ServiceCounts } from '../components/ServiceCounts';
import styles from './UnitRow.module.css';

function Row(props: {
  standard: string;
  node: Pick<ClauseNode<ClauseCoverage>, 'id' | 'details'>;
  coverage: ClauseCoverage;
}) {
  const { standard, node, coverage } = props;
  const { counts, organisation, indications } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const view = useClausesView();
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <ClauseLink clause={{ standard, clause: node.id }} />
        {node.details.length > 0 && (
          <div className={styles.details}>
            <VisuallyHidden>{t('coverage.tree.details')}</VisuallyHidden>
            <ul>
              {node.details.map(({ id, title }) => (
                <li key={id}>
                  {id} {title}
                </li>
              ))}
            </ul>
          </div>
        )}
        <ClauseNotes
          facts={coverage}
          version={view.versionOf(standard)}
          indicatedBy={
            counts.indicated > 0
              ? indications.map(({ path }) => path)
              : undefined
          }
          standardTitle={view.standardTitle}
        />
      </div>
      <div className={styles.numbers}>
        {isAboutServices(counts) && <ServiceCounts counts={counts} />}
        {organisation && (
          <OrganisationEvidence
            organisation={organisation}
            documentLink={view.documentLink}
          />
        )}
      </div>
    </div>
  );
}

/** How a clause stands over all services, with the way to its details. */
export const UnitRow = memo(Row);
