import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageResponse,
  IntegratedTheme,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { useChecks } from '../../api';
import { Section } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { useClausesView } from '../ClausesView';
import { Disclosure } from '../components/Disclosure';
import { SumLine } from '../tree/SumLine';
import { UnitRow } from '../tree/UnitRow';
import styles from './IntegratedContent.module.css';
import { integratedFacts, StandardsPair } from './integratedFacts';
import { SharedShare } from './SharedShare';
import { coveragesOf, SideBySide } from './SideBySide';
import { useThemeTitle } from './useThemeTitle';

function ThemeItem(props: {
  theme: IntegratedTheme;
  standards: StandardsPair;
}) {
  const { theme, standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const themeTitle = useThemeTitle();
  const checks = useChecks();
  const view = useClausesView();
  const title = themeTitle(theme.theme);
  const units = standards.flatMap(({ id }, index) =>
    coveragesOf(view, id, [
      ...new Set(theme.clauses[index].flatMap(clause => clause.units)),
    ]),
  );
  const checkTitle = (id: string) =>
    checks.value?.items.find(check => check.id === id)?.title ?? id;
  return (
    <Disclosure
      label={t('coverage.integratedView.expand', { title })}
      heading={
        <>
          <span className={styles.heading}>{title}</span>
          <SumLine units={units} />
        </>
      }
      isOpenAtFirst
    >
      <dl className={styles.checks}>
        <dt>{t('coverage.integratedView.checks')}</dt>{' '}
        <dd>
          {theme.checks.length > 0
            ? theme.checks.map(checkTitle).join(', ')
            : t('coverage.integratedView.noChecks')}
        </dd>
      </dl>
      <SideBySide standards={standards} clauses={theme.clauses} />
    </Disclosure>
  );
}

/** Two standards together: what they share is shown once. */
export function IntegratedContent(props: {
  standards: StandardsPair;
  coverages: CoverageResponse[];
}) {
  const { standards, coverages } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const view = useClausesView();
  const { arrangement, shared } = useMemo(
    () => integratedFacts(standards, coverages),
    [standards, coverages],
  );
  return (
    <div className={styles.root}>
      <SharedShare shared={shared} />
      <Section
        title={t('coverage.integratedView.shared')}
        help={t('coverage.integratedView.sharedHelp')}
      >
        <ul className={styles.rows}>
          {arrangement.shared.map(({ clauses }) => (
            <li
              key={clauses
                .flat()
                .map(({ clause }) => clause)
                .join()}
            >
              <SideBySide standards={standards} clauses={clauses} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t('coverage.integratedView.themes')}
        help={t('coverage.integratedView.themesHelp')}
      >
        <ul className={styles.rows}>
          {arrangement.themes.map(theme => (
            <li key={theme.theme}>
              <ThemeItem theme={theme} standards={standards} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t('coverage.integratedView.unrelated')}
        help={t('coverage.integratedView.unrelatedHelp')}
      >
        <ul className={styles.rows}>
          {standards.map(({ id, title }, index) => {
            const units = coveragesOf(view, id, arrangement.unrelated[index]);
            const only = t('coverage.integratedView.only', { standard: title });
            return (
              <li key={id}>
                <Disclosure
                  label={t('coverage.integratedView.expand', { title: only })}
                  heading={
                    <>
                      <span className={styles.heading}>{only}</span>
                      <SumLine units={units} />
                    </>
                  }
                  isOpenAtFirst={false}
                >
                  <ul className={styles.rows}>
                    {units.map(unit => (
                      <li key={unit.clause}>
                        <UnitRow
                          standard={id}
                          node={{ id: unit.clause, details: [] }}
                          coverage={unit}
                        />
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              </li>
            );
          })}
        </ul>
      </Section>
    </div>
  );
}
