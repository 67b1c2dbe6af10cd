import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Card,
  CardBody,
  CardHeader,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  CheckResult,
  EntityResponse,
  isOpen,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { useStandards } from '../../api';
import { complianceTranslationRef } from '../../translations';
import { editSearch, remedyOf } from '../editTarget';
import { groupResults } from '../findings';
import { FacetResults } from './FacetResults';
import { NotApplicableResults } from './NotApplicableResults';
import styles from './ScorecardSection.module.css';
import { useLinkedResult } from './useLinkedResult';

type Shown = 'all' | 'open';

/** The results of an entity, by facet. */
export function ScorecardSection(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
}) {
  const { compliance, vocabulary } = props;
  const { scorecard, assessedAt } = compliance;
  const { results } = scorecard;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [shown, setShown] = useState<Shown>('all');
  const headingId = useId();
  useLinkedResult(() => setShown('all'));
  const standards = useStandards(
    results.flatMap(({ clauses }) => clauses.map(({ standard }) => standard)),
  );

  const groups = groupResults(
    shown === 'open' ? results.filter(isOpen) : results,
  );
  const notApplicable = results.filter(
    ({ status }) => status === 'not-applicable',
  );

  function fixLink(result: CheckResult): string | undefined {
    const remedy = remedyOf(result, compliance, vocabulary);
    return remedy && editSearch(remedy);
  }

  function emptyText() {
    if (!assessedAt) {
      return t('scorecard.notAssessedHelp');
    }
    return shown === 'open'
      ? t('scorecard.noneOpen')
      : t('scorecard.noResults');
  }

  return (
    <section aria-labelledby={headingId}>
      <Card>
        <CardHeader>
          <div className={styles.header}>
            <Text id={headingId} as="h2" variant="title-x-small" weight="bold">
              {t('scorecard.title')}
            </Text>
            <ToggleButtonGroup
              aria-label={t('scorecard.filter')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[shown]}
              onSelectionChange={([key]) => setShown(key as Shown)}
            >
              <ToggleButton id="all">{t('scorecard.all')}</ToggleButton>
              <ToggleButton id="open">{t('scorecard.open')}</ToggleButton>
            </ToggleButtonGroup>
          </div>
        </CardHeader>
        <CardBody>
          <div className={styles.groups}>
            {groups.length === 0 && (
              <p className={styles.empty}>{emptyText()}</p>
            )}
            {groups.map(({ facet, results: shownResults }) => (
              <FacetResults
                key={facet}
                facet={facet}
                shown={shownResults}
                all={results.filter(result => result.facet === facet)}
                standards={standards}
                fixLink={fixLink}
              />
            ))}
            {shown === 'all' && notApplicable.length > 0 && (
              <NotApplicableResults results={notApplicable} />
            )}
          </div>
        </CardBody>
      </Card>
    </section>
  );
}
