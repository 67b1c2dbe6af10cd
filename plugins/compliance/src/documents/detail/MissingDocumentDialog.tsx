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

/** Says that there is no document with the id of the address. */
export function MissingDocumentDialog(props: { onClose: () => void }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && props.onClose()}>
      <DialogHeader>{t('documents.detail.goneTitle')}</DialogHeader>
      <DialogBody>
        <Text>{t('documents.detail.gone')}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('documents.detail.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
