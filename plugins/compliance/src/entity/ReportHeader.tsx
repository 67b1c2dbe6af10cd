import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Card, CardBody } from '@backstage/ui';
import { RiPrinterLine, RiRefreshLine } from '@remixicon/react';
import {
  CheckStatus,
  EntityResponse,
  LevelRule,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  DataAge,
  LevelBadge,
  ScoreMeter,
  StatusIcon,
  Timestamp,
  useFormats,
} from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './ReportHeader.module.css';

const counted: CheckStatus[] = ['pass', 'fail', 'unknown', 'waived'];

/** Score, level and how current they are. */
export function ReportHeader(props: {
  compliance: EntityResponse;
  levels: LevelRule[];
  reload: () => void;
  isReloading: boolean;
  onPrint: () => void;
}) {
  const { compliance, levels, reload, isReloading, onPrint } = props;
  const { scorecard, assessedAt, catalogReadAt } = compliance;
  const { score, strictScore, level, results } = scorecard;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();

  return (
    <Card>
      <CardBody>
        <div className={styles.root}>
          <div className={styles.score}>
            {assessedAt ? (
              <>
                <ScoreMeter
                  size="large"
                  score={score}
                  level={level}
                  levels={levels}
                />
                {strictScore !== undefined && strictScore !== score && (
                  <span className={styles.small}>
                    {t('score.strict', { value: number(strictScore) })}
                  </span>
                )}
              </>
            ) : (
              <strong>{t('scorecard.notAssessed')}</strong>
            )}
          </div>
          <div className={styles.level}>
            <LevelBadge level={level} levels={levels} />
            <ul className={styles.counts}>
              {counted
                .map(status => ({
                  status,
                  count: results.filter(result => result.status === status)
                    .length,
                }))
                .filter(({ count }) => count > 0)
                .map(({ status, count }) => (
                  <li key={status}>
                    <StatusIcon status={status} size={16} />
                    {count} {t(`status.${status}`)}
                  </li>
                ))}
            </ul>
          </div>
          <div className={styles.age}>
            <span className={styles.small}>
              {assessedAt
                ? t('age.assessed', { time: <Timestamp value={assessedAt} /> })
                : t('age.neverAssessed')}
            </span>
            <DataAge catalogReadAt={catalogReadAt} />
          </div>
          <div className={styles.actions}>
            <ButtonIcon
              variant="secondary"
              aria-label={t('print.open')}
              icon={<RiPrinterLine />}
              onPress={onPrint}
            />
            <ButtonIcon
              variant="secondary"
              aria-label={t('state.reload')}
              icon={<RiRefreshLine />}
              onPress={reload}
              isPending={isReloading}
            />
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
