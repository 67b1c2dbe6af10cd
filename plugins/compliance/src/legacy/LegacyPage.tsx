import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServicesContent } from '../services';
import { complianceTranslationRef } from '../translations';

/** The compliance page within the page layout of the old frontend system. */
export function LegacyPage() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('title')} subtitle={t('services.title')} />
      <Content>
        <ServicesContent />
      </Content>
    </Page>
  );
}
