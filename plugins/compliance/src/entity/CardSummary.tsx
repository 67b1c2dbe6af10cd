import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import {
  CheckResult,
  EntityResponse,
  findLevel,
  isOpen,
  nextSteps,
  notApplicableReason,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import {
  FieldValue,
  LevelBadge,
  ScoreMeter,
  SourceTag,
  StatusIcon,
  VocabularyField,
} from '../components';
import { SupplierRiskChain } from '../dependencies';
import { sourcedIn } from '../profile';
import { complianceTranslationRef } from '../translations';
import styles from './CardSummary.module.css';
import { editSearch, remedyOf } from './editTarget';
import { useScorecardLink } from './useScorecardLink';

interface SummaryProps {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
}

/** The columns of the fields that sum up their facet. */
const headlines = [
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
] as const;

/** The supplier risk that an entity inherits from what it depends on. */
function InheritedRisk(props: {
  supplierRisk: NonNullable<EntityResponse['supplierRisk']>;
  vocabulary: VocabularyResponse;
}) {
  const { supplierRisk, vocabulary } = props;
  const { risk, path } = supplierRisk;
  return (
    <>
      <span>{findLevel(vocabulary, 'risk', risk)?.title ?? risk}</span>
      <span className={styles.chain}>
        <SupplierRiskChain path={path} />
      </span>
    </>
  );
}

/** The headline value of each facet. */
function FacetValues(props: SummaryProps) {
  const { compliance, vocabulary } = props;
  const { supplierRisk } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);

  function absence({ group, name }: VocabularyField) {
    if (compliance.facets.includes(group)) {
      return notApplicableReason(compliance.profile, group, name) === undefined
        ? t('value.notSet')
        : t('value.notApplicable');
    }
    return group === 'supplier'
      ? t('estate.risk.none')
      : t('value.notApplicable');
  }

  function describe(field: VocabularyField) {
    if (
      field.column === 'supplierRisk' &&
      supplierRisk &&
      // A chain that is only the entity itself tells its own risk.
      supplierRisk.path?.length !== 1
    ) {
      return (
        <InheritedRisk supplierRisk={supplierRisk} vocabulary={vocabulary} />
      );
    }
    const sourced = sourcedIn(compliance.profile, field);
    if (sourced) {
      return (
        <>
          <FieldValue
            field={field}
            value={sourced.value}
            vocabulary={vocabulary}
          />
          <SourceTag source={sourced.source} />
        </>
      );
    }
    return <span className={styles.muted}>{absence(field)}</span>;
  }

  return (
    <dl className={styles.facets}>
      {headlines.map(column => {
        const field = vocabulary.fields.find(entry => entry.column === column);
        return (
          field && (
            <div key={column} className={styles.facet}>
              <dt title={field.description}>{t(`column.${column}`)}</dt>
              <dd>{describe(field)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

function NextStep(props: SummaryProps & { result: CheckResult }) {
  const { compliance, vocabulary, result } = props;
  const { title, status, remediation } = result;
  const { t } = useTranslationRef(complianceTranslationRef);
  const tabLink = useScorecardLink();
  const remedy = remedyOf(result, compliance, vocabulary);
  return (
    <li>
      <StatusIcon status={status} size={16} />
      <span>
        <VisuallyHidden>{t(`status.${status}`)}: </VisuallyHidden>
        {remedy ? (
          <Link href={`${tabLink(compliance.entityRef)}${editSearch(remedy)}`}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className={styles.remediation}>{remediation.text}</span>
      </span>
    </li>
  );
}

function NextSteps(props: SummaryProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const headingId = useId();
  const steps = nextSteps(props.compliance.scorecard.results);
  if (steps.length === 0) {
    return <></>;
  }
  return (
    <section aria-labelledby={headingId} className={styles.steps}>
      <h4 id={headingId} className={styles.heading}>
        {t('card.nextSteps')}
      </h4>
      <ol>
        {steps.map(result => (
          <NextStep key={result.checkId} result={result} {...props} />
        ))}
      </ol>
    </section>
  );
}

/** What the entity card shows of a known entity. */
export function CardSummary(props: SummaryProps) {
  const { compliance, vocabulary } = props;
  const { scorecard, profile, assessedAt } = compliance;
  const { levels } = vocabulary;
  const { t } = useTranslationRef(complianceTranslationRef);
  const open = scorecard.results.filter(isOpen).length;
  const inPortal = profile.errors.filter(
    ({ source }) => source === 'portal',
  ).length;
  const inGit = profile.errors.length - inPortal;
  const unusable = [
    ...(inGit > 0 ? [t('card.errors', { count: inGit })] : []),
    ...(inPortal > 0 ? [t('record.unusable.card', { count: inPortal })] : []),
  ];

  return (
    <div className={styles.root}>
      <div className={styles.score}>
        {assessedAt ? (
          <ScoreMeter
            size="large"
            score={scorecard.score}
            level={scorecard.level}
            levels={levels}
          />
        ) : (
          <p className={styles.muted}>{t('scorecard.notAssessedHelp')}</p>
        )}
        <div className={styles.scoreLine}>
          <LevelBadge level={scorecard.level} levels={levels} />
          {assessedAt && (
            <span className={styles.muted}>
              {open === 0
                ? t('findings.none')
                : t('findings.open', { count: open })}
            </span>
          )}
        </div>
      </div>
      {unusable.map(text => (
        <p key={text} className={styles.errors}>
          <RiErrorWarningLine aria-hidden size={16} />
          {text}
        </p>
      ))}
      <FacetValues compliance={compliance} vocabulary={vocabulary} />
      <NextSteps compliance={compliance} vocabulary={vocabulary} />
    </div>
  );
}
