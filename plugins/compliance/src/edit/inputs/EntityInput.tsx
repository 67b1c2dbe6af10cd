import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { useId } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './EntityInput.module.css';
import { PlainInputProps, useControlProps } from './inputProps';
import { EntityOption, searchEntities } from './entitySearch';
import { useKnownOwner } from './useKnownOwner';

/** An entity, searched for in the catalog. */
export function EntityInput(
  props: PlainInputProps & {
    /** In lower case; users and groups when left out. */
    kinds?: string[];
  },
) {
  const { draft, onChange, placeholder, describedBy } = props;
  const { kinds = ['user', 'group'] } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const found = useAsyncList<EntityOption, string>({
    load: ({ signal, filterText = '', cursor }) =>
      searchEntities({
        catalogApi,
        kinds,
        term: filterText,
        cursor,
        signal,
      }),
  });
  const chosen = useKnownOwner(draft);
  // Another name, once the catalog answers, would open the list once more.
  const shown = found.items.find(({ id }) => id === draft) ?? chosen.option;
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
        value={shown ?? null}
        onChange={next => onChange(next ? String(next.id) : '')}
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
