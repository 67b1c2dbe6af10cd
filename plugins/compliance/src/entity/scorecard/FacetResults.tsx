import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CheckFacet,
  CheckResult,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import styles from './FacetResults.module.css';
import { ResultItem } from './ResultItem';
import { resultElementId } from './useLinkedResult';

/** The results of one facet under a heading that counts what passes. */
export function FacetResults(props: {
  facet: CheckFacet;
  shown: CheckResult[];
  /** All results of the facet, also those that are not shown. */
  all: CheckResult[];
  standards: Map<string, StandardResponse>;
  /** Where a finding is resolved in the portal, if it can be. */
  fixLink: (result: CheckResult) => string | undefined;
}) {
  const { facet, shown, all, standards, fixLink } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const applicable = all.filter(({ status }) => status !== 'not-applicable');
  const passed = applicable.filter(({ status }) => status === 'pass').length;

  return (
    <section>
      <div className={styles.header}>
        <h3 className={styles.heading}>{t(`facet.${facet}`)}</h3>
        <span className={styles.count}>
          {t('score.passed', {
            count: applicable.length,
            passed: String(passed),
          })}
        </span>
      </div>
      <ul className={styles.results}>
        {shown.map(result => (
          <li key={result.checkId} id={resultElementId(result.checkId)}>
            <ResultItem
              result={result}
              standards={standards}
              fixLink={fixLink(result)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
