import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { complianceTranslationRef } from '../translations';
import { editSearch } from './editTarget';
import { useScorecardLink } from './useScorecardLink';

/** The menu item that opens the editor for what is to be filled in first. */
export function useEditProfileItem() {
  const { entity } = useEntity();
  const scorecardLink = useScorecardLink();
  const { t } = useTranslationRef(complianceTranslationRef);
  return {
    title: t('record.editProfile'),
    href: `${scorecardLink(stringifyEntityRef(entity))}${editSearch()}`,
  };
}
