import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import {
  AuditExportQuery,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';

const oscalDocuments = [
  'catalog',
  'mapping-collection',
  'component-definition',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const;

/** Saves what auditors take away as files. */
export function AuditExportMenu(props: {
  /** The standards that are shown. */
  standards: readonly Pick<StandardResponse, 'id' | 'title'>[];
  isPending: boolean;
  isDisabled: boolean;
  onExport: (file: AuditExportQuery['file']) => void;
}) {
  const { standards, isPending, isDisabled, onExport } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={isPending}
        isDisabled={isDisabled}
      >
        {t('coverage.export.title')}
      </Button>
      <Menu>
        <MenuSection title={t('coverage.export.tables')}>
          {standards.map(({ id, title }) => (
            <MenuItem key={id} onAction={() => onExport(`coverage-${id}.csv`)}>
              {t('coverage.export.coverage', { standard: title })}
            </MenuItem>
          ))}
          <MenuItem onAction={() => onExport('crosswalk.csv')}>
            {t('coverage.export.crosswalk')}
          </MenuItem>
        </MenuSection>
        <MenuSection title={t('coverage.export.oscal')}>
          {oscalDocuments.map(document => (
            <MenuItem
              key={document}
              onAction={() => onExport(`${document}.json`)}
            >
              {t(`coverage.export.${document}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}
