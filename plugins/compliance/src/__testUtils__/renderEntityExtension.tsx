import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';
import compliancePlugin, { complianceApiRef } from '../index';
import { FakeComplianceApi } from './FakeComplianceApi';
import { paymentsEntity } from './fixtures';

/** Renders the card or the tab as it is on the page of an entity. */
export function renderEntityExtension(
  id: 'entity-card:compliance/summary' | 'entity-content:compliance',
  options: { entity?: Entity; api?: ComplianceApi } = {},
) {
  const { entity = paymentsEntity, api = new FakeComplianceApi() } = options;
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      compliancePlugin.getExtension(id),
    ],
    apis: [[complianceApiRef, api]],
  });
}
