import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { complianceTranslationRef } from '../../translations';
import { ExportFormat } from './useExport';

const formats: ExportFormat[] = ['csv', 'json'];

/** Saves everything that matches as a file. */
export function ExportMenu(props: {
  isPending: boolean;
  isDisabled: boolean;
  onExport: (format: ExportFormat) => void;
}) {
  const { isPending, isDisabled, onExport } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={isPending}
        isDisabled={isDisabled}
      >
        {t('services.export.title')}
      </Button>
      <Menu>
        {formats.map(format => (
          <MenuItem key={format} onAction={() => onExport(format)}>
            {t(`services.export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
