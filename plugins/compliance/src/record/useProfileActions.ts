import { toError } from '@backstage/errors';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EditConflictError,
  EntityResponse,
  FieldGroup,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { complianceApiRef } from '../api';
import { complianceTranslationRef } from '../translations';
import { NoticeContent } from './Notice';

/** What can be done to a profile without the editor. */
export interface ProfileActions {
  /** Whether one of them is being done. */
  isBusy: boolean;
  /** Settles a conflict. */
  accept(options: {
    group: FieldGroup;
    /** Name of the field. */
    field: string;
    source: 'git' | 'portal';
  }): void;
  /** Removes what was entered in the portal about a group. */
  withdraw(group: FieldGroup): void;
  /** Takes back that a facet was marked as not applicable. */
  undoNotApplicable(group: FieldGroup): void;
}

/**
 * Changes the profile as it is shown. When it has become another one, that is
 * shown and nothing is changed.
 */
export function useProfileActions(options: {
  compliance: EntityResponse;
  /** Shows the entity as it was saved. */
  onSaved: (saved: EntityResponse) => void;
  /** Shows the entity as it is, as opposed to how it was shown. */
  onOutdated: (current: EntityResponse) => void;
  notify: (notice: NoticeContent) => void;
}): ProfileActions {
  const { compliance, onSaved, onOutdated, notify } = options;
  const { entityRef, version, edited } = compliance;
  const api = useApi(complianceApiRef);
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isBusy, setBusy] = useState(false);

  async function run(action: Promise<EntityResponse>): Promise<void> {
    setBusy(true);
    try {
      onSaved(await action);
    } catch (error) {
      if (error instanceof EditConflictError) {
        onOutdated(error.current);
        notify({ status: 'danger', text: t('record.outdated') });
      } else {
        const { message } = toError(error);
        notify({ status: 'danger', text: t('record.failed', { message }) });
      }
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    accept: value => run(api.acceptValue({ entityRef, version, ...value })),
    withdraw: group => run(api.withdrawFacet({ entityRef, version, group })),
    undoNotApplicable(group) {
      const values: Record<string, unknown> = { ...edited[group] };
      delete values.notApplicable;
      run(api.saveFacet({ entityRef, version, group, values }));
    },
  };
}
