import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { RiArrowDownSLine, RiCheckLine } from '@remixicon/react';
import { useState } from 'react';
import { complianceTranslationRef } from '../../translations';
import { noFilter, ServicesQuery, UpdateQuery } from '../servicesQuery';
import { DeleteViewDialog } from './DeleteViewDialog';
import { useViews, View } from './useViews';
import { addressOf, differs, queryOf } from './viewAddress';
import { ViewNameDialog } from './ViewNameDialog';

/** Chooses a view, says when it was changed, and keeps the reader's own. */
export function ViewsMenu(props: {
  query: ServicesQuery;
  update: UpdateQuery;
}) {
  const { query, update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const views = useViews();
  const [dialog, setDialog] = useState<'add' | 'rename' | 'delete'>();

  const { builtIn, own } = views;
  const chosen = [...builtIn, ...own].find(({ id }) => id === query.view);
  const isOwn = own.some(({ id }) => id === query.view);
  const isChanged = chosen !== undefined && differs(query, chosen.address);
  const close = () => setDialog(undefined);

  function show(view: View) {
    const { columns, ...shown } = queryOf(view.address);
    update({ ...shown, ...(columns && { columns }), view: view.id });
  }
  function item(view: View) {
    return (
      <MenuItem
        key={view.id}
        iconStart={
          view.id === query.view ? <RiCheckLine aria-hidden /> : undefined
        }
        aria-label={
          view.id === query.view
            ? t('services.view.chosen', { name: view.name })
            : view.name
        }
        onAction={() => show(view)}
      >
        {view.name}
      </MenuItem>
    );
  }

  let label: string = t('services.view.none');
  if (chosen) {
    label = isChanged
      ? t('services.view.changed', { name: chosen.name })
      : t('services.view.current', { name: chosen.name });
  }
  return (
    <>
      <MenuTrigger>
        <Button variant="secondary" iconEnd={<RiArrowDownSLine aria-hidden />}>
          {label}
        </Button>
        <Menu>
          <MenuItem
            onAction={() =>
              update({ ...noFilter, groupBy: undefined, view: undefined })
            }
          >
            {t('services.view.all')}
          </MenuItem>
          <MenuSection title={t('services.view.builtInTitle')}>
            {builtIn.map(item)}
          </MenuSection>
          {own.length > 0 && (
            <MenuSection title={t('services.view.own')}>
              {own.map(item)}
            </MenuSection>
          )}
          <MenuSeparator />
          {isOwn && isChanged && (
            <MenuItem
              onAction={() =>
                views.change(chosen.id, { address: addressOf(query) })
              }
            >
              {t('services.view.update', { name: chosen.name })}
            </MenuItem>
          )}
          <MenuItem onAction={() => setDialog('add')}>
            {t('services.view.add')}
          </MenuItem>
          {isOwn && (
            <MenuItem onAction={() => setDialog('rename')}>
              {t('services.view.rename', { name: chosen!.name })}
            </MenuItem>
          )}
          {isOwn && (
            <MenuItem color="danger" onAction={() => setDialog('delete')}>
              {t('services.view.remove', { name: chosen!.name })}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {(dialog === 'add' || dialog === 'rename') && (
        <ViewNameDialog
          title={
            dialog === 'add'
              ? t('services.view.addTitle')
              : t('services.view.renameTitle')
          }
          name={dialog === 'rename' ? chosen?.name ?? '' : ''}
          taken={own
            .filter(view => dialog === 'add' || view.id !== chosen?.id)
            .map(({ name }) => name)}
          onSave={name => {
            if (dialog === 'add') {
              update({ view: views.add(name, query) });
            } else if (chosen) {
              views.change(chosen.id, { name });
            }
            close();
          }}
          onClose={close}
        />
      )}
      {dialog === 'delete' && chosen && (
        <DeleteViewDialog
          name={chosen.name}
          onDelete={() => {
            views.remove(chosen.id);
            update({ view: undefined });
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
