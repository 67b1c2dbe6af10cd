import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ApplicabilityContent } from '../applicability';
import { ClausesContent } from '../coverage';
import { DocumentsContent } from '../documents';
import { OverviewContent } from '../overview';
import { ServicesContent } from '../services';
import { SuppliersContent } from '../suppliers';
import { TodoContent } from '../todo';
import { complianceTranslationRef } from '../translations';

/** The compliance page within the page layout of the old frontend system. */
export function LegacyPage() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title={t('overview.title')}>
          <OverviewContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/services" title={t('services.title')}>
          <ServicesContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/suppliers"
          title={t('estate.suppliers.title')}
        >
          <SuppliersContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/clauses" title={t('coverage.title')}>
          <ClausesContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/applicability"
          title={t('applicability.title')}
        >
          <ApplicabilityContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/documents" title={t('documents.title')}>
          <DocumentsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/todo" title={t('todo.title')}>
          <TodoContent />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
