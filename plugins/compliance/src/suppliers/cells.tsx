import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Cell, CellText, Link } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import {
  findLevel,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ScoreMeter, titleOf, useFormats, useLevelTitle } from '../components';
import { useScorecardLink } from '../entity';
import { complianceTranslationRef } from '../translations';
import styles from './cells.module.css';
import { Deadline } from './Deadline';
import { tierTotals } from './tierTotals';
import { SupplierRow } from './useSuppliersTable';

interface CellProps {
  row: SupplierRow;
  vocabulary: VocabularyResponse;
}

function useLevelText(vocabulary: VocabularyResponse) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (scale: ScaleId, id: string | undefined) =>
    findLevel(vocabulary, scale, id)?.title ?? id ?? t('value.notSet');
}

function NotSet() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return <span className={styles.muted}>{t('value.notSet')}</span>;
}

export function NameCell(props: { row: SupplierRow }) {
  const { row } = props;
  const scorecardLink = useScorecardLink();
  return (
    <Cell>
      <Link
        href={scorecardLink(row.entityRef)}
        variant="body-medium"
        weight="bold"
        className={styles.name}
      >
        {titleOf(row)}
      </Link>
    </Cell>
  );
}

export function LevelCell(
  props: CellProps & {
    scale: ScaleId;
    property: 'criticality' | 'kind' | 'dataAccess';
  },
) {
  const { row, vocabulary, scale, property } = props;
  const textOf = useLevelText(vocabulary);
  const id = row[property];
  return (
    <CellText
      title={textOf(scale, id)}
      color={id === undefined ? 'secondary' : 'primary'}
    />
  );
}

export function RiskCell(props: CellProps) {
  const { row, vocabulary } = props;
  const { inherentRisk, residualRisk } = row;
  const { t } = useTranslationRef(complianceTranslationRef);
  const textOf = useLevelText(vocabulary);
  return (
    <Cell>
      <span className={styles.text}>
        {inherentRisk || residualRisk ? (
          t('estate.suppliers.risk', {
            inherent: textOf('risk', inherentRisk),
            residual: textOf('risk', residualRisk),
          })
        ) : (
          <NotSet />
        )}
      </span>
    </Cell>
  );
}

export function AssessmentCell(props: { row: SupplierRow }) {
  const { lastAssessedOn, nextAssessmentOn } = props.row;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  return (
    <Cell>
      <div className={styles.lines}>
        {lastAssessedOn ? (
          <span>
            {t('estate.suppliers.lastAssessed', {
              date: date(lastAssessedOn),
            })}
          </span>
        ) : (
          <NotSet />
        )}
        {nextAssessmentOn && (
          <span>
            {t('estate.suppliers.nextAssessment', {
              date: <Deadline kind="assessment" date={nextAssessmentOn} />,
            })}
          </span>
        )}
      </div>
    </Cell>
  );
}

export function ContractCell(props: { row: SupplierRow }) {
  const { contractEndsOn, noticeBy } = props.row;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Cell>
      <div className={styles.lines}>
        {contractEndsOn ? (
          <span>
            {t('estate.suppliers.contractEnds', {
              date: <Deadline kind="contract" date={contractEndsOn} />,
            })}
          </span>
        ) : (
          <NotSet />
        )}
        {noticeBy && (
          <span>
            {t('estate.suppliers.noticeBy', {
              date: <Deadline kind="notice" date={noticeBy} />,
            })}
          </span>
        )}
      </div>
    </Cell>
  );
}

export function CertificationsCell(props: { row: SupplierRow }) {
  const { certifications = [] } = props.row;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Cell>
      <div className={styles.lines}>
        {certifications.length === 0 && <NotSet />}
        {certifications.map(({ scheme, validUntil, scope }) => (
          <span key={`${scheme} ${validUntil} ${scope}`} title={scope}>
            {t('estate.suppliers.certificate', {
              scheme,
              date: <Deadline kind="certificate" date={validUntil} />,
            })}
          </span>
        ))}
      </div>
    </Cell>
  );
}

export function DependentsCell(props: CellProps & { open: () => void }) {
  const { row, vocabulary, open } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const tiers = tierTotals(
    row.dependentsByTier,
    vocabulary.scales.serviceTier,
  ).map(({ tier, total }) =>
    t('estate.suppliers.tier', {
      total: number(total),
      tier: tier ?? t('estate.suppliers.tierUnset'),
    }),
  );
  return (
    <Cell>
      {row.dependents === 0 ? (
        <span className={styles.muted}>
          {t('estate.suppliers.dependentsNone')}
        </span>
      ) : (
        <div className={styles.dependents}>
          <ButtonIcon
            size="small"
            variant="secondary"
            icon={<RiNodeTree />}
            aria-label={t('estate.suppliers.open', {
              title: titleOf(row),
            })}
            aria-haspopup="dialog"
            onPress={open}
          />
          <span className={styles.text}>
            {t('estate.suppliers.dependents', {
              total: number(row.dependents),
              tiers: tiers.join(', '),
            })}
          </span>
        </div>
      )}
    </Cell>
  );
}

export function ScoreCell(props: CellProps) {
  const { row, vocabulary } = props;
  const { score, level } = row;
  const levelTitle = useLevelTitle(vocabulary.levels);
  return (
    <Cell>
      <div className={styles.lines}>
        <ScoreMeter score={score} level={level} levels={vocabulary.levels} />
        <span className={styles.muted}>{levelTitle(level)}</span>
      </div>
    </Cell>
  );
}
