import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { useId } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './EntityInput.module.css';
import { InputProps, useControlProps } from './inputProps';
import { EntityOption, searchEntities } from './entitySearch';
import { useKnownOwner } from './useKnownOwner';

/** A user or a group, searched for in the catalog. */
export function EntityInput(props: InputProps) {
  const { draft, onChange, placeholder, describedBy } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const found = useAsyncList<EntityOption, string>({
    load: ({ signal, filterText = '', cursor }) =>
      searchEntities({
        catalogApi,
        kinds: ['user', 'group'],
        term: filterText,
        cursor,
        signal,
      }),
  });
  const chosen = useKnownOwner(draft);
  const noteId = useId();

  return (
    <div>
      <Combobox
        {...useControlProps({
          ...props,
          describedBy: `${describedBy} ${noteId}`,
        })}
        placeholder={placeholder ?? t('edit.entity.search')}
        menuTrigger="input"
        options={{
          ...found,
          setFilterText(text) {
            // Nothing typed is nothing chosen.
            if (text === '' && draft !== '') {
              onChange('');
            }
            found.setFilterText(text);
          },
        }}
        search={{ mode: 'server' }}
        value={chosen.option ?? null}
        onChange={option => onChange(option ? String(option.id) : '')}
      />
      <div id={noteId} className={styles.note}>
        {chosen.isUnknown && t('edit.entity.unknown', { entityRef: draft })}
        {found.loadingState === 'error' && (
          <p role="status">{t('edit.entity.failed')}</p>
        )}
      </div>
    </div>
  );
}
