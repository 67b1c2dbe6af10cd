import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { FacetEditDialog } from '../edit';
import { complianceTranslationRef } from '../translations';
import { Run } from './run';

/** Edits what a run through the list has come to. */
export function RunDialog(props: {
  step: Run;
  /** Number of services in the list. */
  total: number;
  onSaved: (entity: EntityResponse) => void;
  onNext: () => void;
  onClose: () => void;
}) {
  const { step, total, onSaved, onNext, onClose } = props;
  const { index, service, group, field } = step;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  return (
    <FacetEditDialog
      entityRef={service.entityRef}
      group={group}
      field={field}
      position={t('todo.run.position', {
        position: number(index + 1),
        total: number(total),
        facet: t(`facet.${group}`),
      })}
      onSaved={onSaved}
      onNext={onNext}
      onClose={onClose}
    />
  );
}
