import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  ClauseCoverage,
  ClauseRef,
  countedStates,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats, useTabLink } from '../../components';
import { complianceTranslationRef } from '../../translations';

/** Where the coverage of a control is shown in full. */
function useCoverageLink() {
  const tabLink = useTabLink();
  return ({ standard, clause }: ClauseRef) => {
    const params = new URLSearchParams({
      arrangement: standard,
      clause: `${standard}:${clause}`,
    });
    return `${tabLink('clauses')}?${params}`;
  };
}

/** What checks measure about a control, in short. */
export function Measured(props: {
  standard: string;
  coverage: ClauseCoverage;
  /** Number of the approved version that exclusions are from. */
  version?: number;
}) {
  const { standard, coverage, version } = props;
  const { clause, checks, counts, excluded } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const coverageLink = useCoverageLink();

  function text() {
    if (excluded !== undefined && version !== undefined) {
      return t('applicability.measured.excluded', { number: String(version) });
    }
    if (checks.length === 0) {
      return t('applicability.measured.noCheck');
    }
    const judged = countedStates.reduce((sum, state) => sum + counts[state], 0);
    return judged === 0
      ? t('applicability.measured.noneJudged')
      : t('applicability.measured.covered', {
          covered: number(counts.covered),
          count: judged,
        });
  }
  return <Link href={coverageLink({ standard, clause })}>{text()}</Link>;
}
