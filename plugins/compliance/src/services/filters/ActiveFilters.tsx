import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, Tag, TagGroup } from '@backstage/ui';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { noFilter, ServicesQuery, UpdateQuery } from '../servicesQuery';
import styles from './ActiveFilters.module.css';
import { useFilterTags } from './useFilterTags';

/** What narrows the services, to be taken away one by one or all at once. */
export function ActiveFilters(props: {
  query: ServicesQuery;
  update: UpdateQuery;
  vocabulary: VocabularyResponse;
}) {
  const { query, update, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const tags = useFilterTags(query, vocabulary);
  if (tags.length === 0) {
    return null;
  }
  return (
    <div className={styles.root}>
      <TagGroup
        aria-label={t('services.tag.title')}
        items={tags}
        onRemove={removed => {
          const tag = tags.find(({ id }) => removed.has(id));
          update(tag?.without ?? {});
        }}
      >
        {({ id, label, entity }) => (
          <Tag id={id} textValue={label}>
            {entity
              ? t('services.tag.value', {
                  filter: entity.filter,
                  value: (
                    <EntityDisplayName
                      entityRef={entity.entityRef}
                      hideIcon
                      disableTooltip
                    />
                  ),
                })
              : label}
          </Tag>
        )}
      </TagGroup>
      <Button
        size="small"
        variant="tertiary"
        onPress={() => update({ ...noFilter })}
      >
        {t('services.clear')}
      </Button>
    </div>
  );
}
