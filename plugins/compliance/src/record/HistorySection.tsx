import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Skeleton,
  VisuallyHidden,
} from '@backstage/ui';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { ErrorAlert } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './HistorySection.module.css';
import { Revision } from './Revision';
import { useHistory } from './useHistory';

interface HistoryProps {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
}

function Revisions(props: HistoryProps) {
  const { compliance, vocabulary } = props;
  const { entityRef, version } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const history = useHistory(entityRef, version);
  const { revisions, error, loading, retry, showMore } = history;

  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (!revisions) {
    return (
      <div aria-busy>
        <VisuallyHidden role="status">
          {t('record.history.loading')}
        </VisuallyHidden>
        <Skeleton height={96} />
      </div>
    );
  }
  if (revisions.length === 0) {
    return <p className={styles.empty}>{t('record.history.empty')}</p>;
  }
  return (
    <>
      <ol className={styles.revisions}>
        {revisions.map(revision => (
          <li key={revision.revision}>
            <Revision revision={revision} vocabulary={vocabulary} />
          </li>
        ))}
      </ol>
      {showMore && (
        <Button
          size="small"
          variant="secondary"
          onPress={showMore}
          isPending={loading}
        >
          {t('record.history.more')}
        </Button>
      )}
    </>
  );
}

/** All changes of the profile; they are loaded when it is opened. */
export function HistorySection(props: HistoryProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isExpanded, setExpanded] = useState(false);
  return (
    <section aria-label={t('record.history.title')}>
      <Accordion isExpanded={isExpanded} onExpandedChange={setExpanded}>
        <AccordionTrigger level={2} title={t('record.history.title')} />
        <AccordionPanel>
          <div className={styles.root}>
            {isExpanded && <Revisions {...props} />}
          </div>
        </AccordionPanel>
      </Accordion>
    </section>
  );
}
