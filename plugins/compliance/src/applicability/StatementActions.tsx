import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine, RiHistoryLine, RiPrinterLine } from '@remixicon/react';
import { ApplicabilityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';

/** What can be done with a statement as a whole. */
export function StatementActions(props: {
  statement: ApplicabilityResponse;
  onApprove: () => void;
  versions: { id: string; isOpen: boolean; toggle: () => void };
  /** Absent while there is nothing to print. */
  onPrint?: () => void;
  isExporting: boolean;
  onExport: () => void;
}) {
  const { statement, versions, onApprove, onPrint, onExport } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <>
      {statement.mayApprove && (
        <Button variant="primary" onPress={onApprove}>
          {t('applicability.approve.open')}
        </Button>
      )}
      <Button
        variant="secondary"
        iconStart={<RiHistoryLine aria-hidden />}
        aria-expanded={versions.isOpen}
        aria-controls={versions.id}
        onPress={versions.toggle}
      >
        {t('applicability.versions.open', {
          count: statement.versions.length,
        })}
      </Button>
      <Button
        variant="secondary"
        iconStart={<RiPrinterLine aria-hidden />}
        isDisabled={!onPrint}
        onPress={onPrint}
      >
        {t('print.open')}
      </Button>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={props.isExporting}
        onPress={onExport}
      >
        {t('applicability.export.csv')}
      </Button>
    </>
  );
}
