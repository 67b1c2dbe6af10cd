import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState } from '../components';
import { complianceTranslationRef } from '../translations';
import {
  isNarrowed,
  noFilter,
  ServicesQuery,
  UpdateQuery,
} from './servicesQuery';

/** Tells that nothing matches from that there is nothing. */
export function NoServices(props: {
  query: ServicesQuery;
  update: UpdateQuery;
}) {
  const { query, update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (!isNarrowed(query)) {
    return (
      <EmptyState
        title={t('services.emptyTitle')}
        description={t('services.empty')}
      />
    );
  }
  return (
    <EmptyState
      title={t('services.noMatchTitle')}
      description={t('services.noMatch')}
      action={
        <Button variant="secondary" onPress={() => update({ ...noFilter })}>
          {t('services.clear')}
        </Button>
      }
    />
  );
}
