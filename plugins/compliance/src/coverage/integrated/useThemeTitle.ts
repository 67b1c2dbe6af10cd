import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { complianceTranslationRef } from '../../translations';
import { coverageMessages } from '../../translations/coverageMessages';

type KnownTheme = keyof typeof coverageMessages.theme;

const isKnown = (id: string): id is KnownTheme =>
  Object.hasOwn(coverageMessages.theme, id);

/** What a theme of a crosswalk is called; an unknown one as it is written. */
export function useThemeTitle(): (id: string) => string {
  const { t } = useTranslationRef(complianceTranslationRef);
  return id => (isKnown(id) ? t(`coverage.theme.${id}`) : id);
}
