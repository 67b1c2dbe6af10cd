import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';

/** Stands for a tree that is on its way. */
export function DependenciesLoading() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div aria-busy>
      <VisuallyHidden role="status">
        {t('estate.dependencies.loading')}
      </VisuallyHidden>
      <Skeleton height={96} />
    </div>
  );
}
