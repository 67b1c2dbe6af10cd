import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  CheckResult,
  countedStates,
  ServiceStandardCoverage,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { StateNumbers } from '../components/StateNumbers';
import { groupClauses } from './groupClauses';
import { JudgedClauses } from './JudgedClauses';
import { OtherClauses } from './OtherClauses';
import styles from './StandardCoverage.module.css';

interface StandardProps {
  coverage: ServiceStandardCoverage;
  /** By id; of one that is missing only the numbers are shown. */
  standards: Map<string, StandardResponse>;
  scorecard: readonly Pick<CheckResult, 'checkId' | 'title'>[];
}

function OutOfScope(props: StandardProps) {
  const { coverage, standards } = props;
  const { standard, outOfScopeReason } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const system = standards.get(standard)?.managementSystem;
  return (
    <>
      <p>
        {system
          ? t('coverage.entity.outOfScopeHelp', {
              system: t(`coverage.scope.${system}`),
            })
          : t('coverage.scope.outHelp')}
      </p>
      {outOfScopeReason && (
        <p>
          {t('coverage.entity.outOfScopeReason', { reason: outOfScopeReason })}
        </p>
      )}
    </>
  );
}

function InScope(props: StandardProps) {
  const { coverage, standards, scorecard } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const standard = useMemo(
    () => standards.get(coverage.standard) ?? numbersAlone(coverage),
    [standards, coverage],
  );
  const { judged, notAssessed, organisation } = useMemo(
    () => groupClauses(coverage.clauses),
    [coverage],
  );
  const standardTitle = (id: string) => standards.get(id)?.title ?? id;
  return (
    <>
      <StateNumbers
        label={t('coverage.entity.counts')}
        counts={coverage.counts}
      />
      {judged.some(({ state }) => state === 'indicated') && (
        <p className={styles.muted}>{t('coverage.entity.indicatedHelp')}</p>
      )}
      {judged.length > 0 ? (
        <JudgedClauses
          standard={standard}
          clauses={judged}
          standardTitle={standardTitle}
          scorecard={scorecard}
        />
      ) : (
        <p>{t('coverage.entity.nothing')}</p>
      )}
      {notAssessed.length > 0 && (
        <OtherClauses
          title={t('coverage.entity.notAssessed', {
            count: notAssessed.length,
          })}
          standard={standard}
          standardTitle={standardTitle}
          clauses={notAssessed}
        />
      )}
      {organisation.length > 0 && (
        <OtherClauses
          title={t('coverage.entity.organisation', {
            count: organisation.length,
          })}
          help={t('coverage.entity.organisationHelp')}
          standard={standard}
          standardTitle={standardTitle}
          clauses={organisation}
        />
      )}
    </>
  );
}

/** A standard of which only what a service covers is known. */
function numbersAlone(
  coverage: ServiceStandardCoverage,
): Pick<StandardResponse, 'title' | 'clauses' | 'themes'> {
  return {
    title: coverage.title,
    themes: [],
    clauses: coverage.clauses.map(({ clause, evidence, checks }) => ({
      id: clause,
      title: '',
      kind: 'clause',
      evidence,
      unit: true,
      checks,
    })),
  };
}

/** How a service covers a standard; it opens to the clauses. */
export function StandardCoverage(props: StandardProps) {
  const { coverage } = props;
  const { title, inScope, coveredPercent, counts } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();

  function summary() {
    if (!inScope) {
      return t('coverage.entity.outOfScope');
    }
    if (coveredPercent === undefined) {
      return t('coverage.entity.noneJudged');
    }
    const judged = countedStates.reduce(
      (sum, state) => sum + (counts[state] ?? 0),
      0,
    );
    return t('coverage.entity.covered', {
      percent: number(coveredPercent),
      clauses: t('coverage.tree.clauses', { count: judged }),
    });
  }

  return (
    <Accordion>
      <AccordionTrigger level={3}>
        <span className={styles.trigger}>
          <span className={styles.title}>{title}</span>{' '}
          <span className={styles.muted}>{summary()}</span>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.body}>
          {inScope ? <InScope {...props} /> : <OutOfScope {...props} />}
        </div>
      </AccordionPanel>
    </Accordion>
  );
}
