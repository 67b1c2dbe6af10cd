import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { complianceTranslationRef } from '../../translations';

/** Asks whether a view is really to be deleted. */
export function DeleteViewDialog(props: {
  name: string;
  onDelete: () => void;
  onClose: () => void;
}) {
  const { name, onDelete, onClose } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Dialog isOpen onOpenChange={isOpen => isOpen || onClose()}>
      <DialogHeader>{t('services.view.deleteTitle')}</DialogHeader>
      <DialogBody>
        <Text>{t('services.view.deleteText', { name })}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('services.view.cancel')}
        </Button>
        <Button variant="primary" destructive onPress={onDelete}>
          {t('services.view.delete')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
