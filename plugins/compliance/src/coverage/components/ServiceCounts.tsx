import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageState,
  coverageStates,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { StateCounts } from '../clauseTree';
import { StateNumbers } from './StateNumbers';

/** What services can show, in the order of the states. */
export const serviceStates: readonly CoverageState[] = coverageStates.filter(
  state => state !== 'organisation',
);

/** Whether any service could show a clause. */
export function isAboutServices(counts: StateCounts): boolean {
  return serviceStates.some(state => (counts[state] ?? 0) > 0);
}

/** Number of services by state. */
export function ServiceCounts(props: { counts: StateCounts }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return <StateNumbers label={t('coverage.tree.services')} {...props} />;
}
