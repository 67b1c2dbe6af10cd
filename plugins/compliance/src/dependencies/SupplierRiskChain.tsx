import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { EntityPath } from './EntityPath';

/** Through which entities a supplier risk reaches the one that it is told of. */
export function SupplierRiskChain(
  props: Pick<NonNullable<EntityResponse['supplierRisk']>, 'path'>,
) {
  const { path } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <>
      {path
        ? t('estate.risk.via', { path: <EntityPath path={path.slice(1)} /> })
        : t('estate.risk.hidden')}
    </>
  );
}
