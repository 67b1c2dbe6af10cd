import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  LevelRule,
  SummaryResponse,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  Section,
  StackedBar,
  Swatch,
  useFormats,
  useLevelTitle,
} from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './LevelDistribution.module.css';
import { levelParts } from './levels';
import { useServicesLink } from './servicesLink';

/** How many services reached each level. */
export function LevelDistribution(props: {
  summary: SummaryResponse;
  levels: LevelRule[];
}) {
  const { summary, levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const levelTitle = useLevelTitle(levels);
  const servicesLink = useServicesLink();
  const parts = levelParts(summary, levels);
  return (
    <Section title={t('overview.levels.title')}>
      <StackedBar parts={parts} size="large" />
      <ul className={styles.legend}>
        {parts.map(({ id, value, tone }) => (
          <li key={id}>
            <Swatch tone={tone} />
            <Link href={servicesLink({ filters: { level: [id] } })}>
              {levelTitle(id === UNSET ? undefined : id)}{' '}
              {t('overview.levels.value', {
                value: number(value),
                share: number(Math.round((value / summary.total) * 100)),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
