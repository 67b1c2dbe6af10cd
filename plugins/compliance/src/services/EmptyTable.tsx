import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';
import styles from './EmptyTable.module.css';
import {
  isNarrowed,
  noFilter,
  ServicesQuery,
  UpdateQuery,
} from './servicesQuery';

/** Tells that nothing matches from that there is nothing. */
export function EmptyTable(props: {
  query: ServicesQuery;
  update: UpdateQuery;
}) {
  const { query, update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const narrowed = isNarrowed(query);
  return (
    <div className={styles.root} role="status">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t(narrowed ? 'services.noMatchTitle' : 'services.emptyTitle')}
      </Text>
      <Text>{t(narrowed ? 'services.noMatch' : 'services.empty')}</Text>
      {narrowed && (
        <Button variant="secondary" onPress={() => update({ ...noFilter })}>
          {t('services.clear')}
        </Button>
      )}
    </div>
  );
}
