import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { InputGroup } from '../../edit/inputs/InputGroup';
import { useRows } from '../../edit/inputs/useRows';
import { complianceTranslationRef } from '../../translations';
import { LinkDraft } from './entryDraft';
import styles from './LinksField.module.css';

/** Links with titles, a row each. */
export function LinksField(props: {
  links: LinkDraft[];
  onChange(links: LinkDraft[]): void;
  isInvalid: boolean;
  describedBy: string;
}) {
  const { links, onChange, isInvalid, describedBy } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { list, addButton, set, add, remove } = useRows(links, onChange);

  return (
    <InputGroup
      field={{ title: t('applicability.field.links') }}
      isInvalid={isInvalid}
      describedBy={describedBy}
    >
      <div ref={list} className={styles.rows}>
        {links.map(({ url, title }, index) => (
          <div
            // Rows have no identity but their place.
            key={index}
            role="group"
            aria-label={t('applicability.edit.link', {
              number: String(index + 1),
            })}
            className={styles.row}
          >
            <TextField
              type="url"
              label={t('applicability.edit.linkUrl')}
              value={url}
              onChange={value => set(index, { url: value })}
              validationBehavior="aria"
              isInvalid={isInvalid && !/^https?:\/\/./.test(url.trim())}
              autoComplete="off"
            />
            <TextField
              label={t('applicability.edit.linkTitle')}
              value={title}
              onChange={value => set(index, { title: value })}
              autoComplete="off"
            />
            <ButtonIcon
              aria-label={t('applicability.edit.removeLink', {
                number: String(index + 1),
              })}
              icon={<RiDeleteBinLine aria-hidden />}
              variant="tertiary"
              onPress={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <div>
        <Button
          ref={addButton}
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          onPress={() => add({ url: '', title: '' })}
        >
          {t('applicability.edit.addLink')}
        </Button>
      </div>
    </InputGroup>
  );
}
