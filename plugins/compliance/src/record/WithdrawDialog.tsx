import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { FieldGroup } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';

/** Asks whether the portal's values of a group are really to be removed. */
export function WithdrawDialog(props: {
  group: FieldGroup;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const { group, isOpen, onClose, onConfirm } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Dialog isOpen={isOpen} onOpenChange={open => open || onClose()}>
      <DialogHeader>{t('record.withdraw.title')}</DialogHeader>
      <DialogBody>
        <Text>{t('record.withdraw.text', { group: t(`facet.${group}`) })}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('record.withdraw.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive
          onPress={() => {
            onConfirm();
            onClose();
          }}
        >
          {t('record.withdraw.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
