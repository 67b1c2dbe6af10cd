import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonIcon,
  ButtonLink,
  Menu,
  MenuItem,
  MenuTrigger,
} from '@backstage/ui';
import { RiEditLine, RiMore2Line } from '@remixicon/react';
import {
  EntityResponse,
  FieldGroup,
  fields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { isStated, valueIn } from '../../profile';
import { hasEdits, ProfileActions, WithdrawDialog } from '../../record';
import { complianceTranslationRef } from '../../translations';
import { editSearch } from '../editTarget';
import styles from './GroupActions.module.css';

/** Name of the field that says that a facet does not apply. */
const MARK = 'notApplicable';

/** What can be done to a group of the profile. */
export function GroupActions(props: {
  group: FieldGroup;
  compliance: EntityResponse;
  actions: ProfileActions;
}) {
  const { group, compliance, actions } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isWithdrawing, setWithdrawing] = useState(false);

  const title = t(`facet.${group}`);
  const names = Object.keys(fields[group]);
  const mayMark =
    names.includes(MARK) &&
    !names.some(name => isStated(compliance.profile, { group, name }));
  const mayUndo =
    valueIn(compliance.edited, { group, name: MARK }) !== undefined;
  const mayWithdraw = hasEdits(compliance, group);

  return (
    <span className={styles.root}>
      <ButtonLink
        size="small"
        variant="tertiary"
        aria-label={t('record.editGroup', { group: title })}
        iconStart={<RiEditLine aria-hidden />}
        href={editSearch({ group })}
      >
        {t('record.edit')}
      </ButtonLink>
      {(mayMark || mayUndo || mayWithdraw) && (
        <MenuTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('record.more', { group: title })}
            icon={<RiMore2Line />}
            isDisabled={actions.isBusy}
          />
          <Menu placement="bottom end">
            {mayMark && (
              <MenuItem href={editSearch({ group, field: MARK })}>
                {t('record.notApplicable.mark')}
              </MenuItem>
            )}
            {mayUndo && (
              <MenuItem onAction={() => actions.undoNotApplicable(group)}>
                {t('record.notApplicable.undo')}
              </MenuItem>
            )}
            {mayWithdraw && (
              <MenuItem color="danger" onAction={() => setWithdrawing(true)}>
                {t('record.withdraw.action')}
              </MenuItem>
            )}
          </Menu>
        </MenuTrigger>
      )}
      <WithdrawDialog
        group={group}
        isOpen={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        onConfirm={() => actions.withdraw(group)}
      />
    </span>
  );
}
