import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';
import compliancePlugin, { complianceApiRef } from '../index';
import { FakeComplianceApi } from './FakeComplianceApi';
import { paymentsEntity } from './fixtures';

/** Renders the card or the tab as it is on the page of an entity. */
export function renderEntityExtension(
  id: 'entity-card:compliance/summary' | 'entity-content:compliance',
  options: {
    entity?: Entity;
    api?: ComplianceApi;
    /** Query of the address of the page. */
    search?: string;
    /** Signals are not installed when left out. */
    signals?: SignalApi;
  } = {},
) {
  const {
    entity = paymentsEntity,
    api = new FakeComplianceApi(),
    search = '',
    signals,
  } = options;
  const app = {
    extensions: [
      createTestEntityPage({ entity }),
      compliancePlugin.getExtension(id),
    ],
    initialRouteEntries: [`/${search}`],
  };
  return signals
    ? renderTestApp({
        ...app,
        apis: [
          [complianceApiRef, api],
          [signalApiRef, signals],
        ],
      })
    : renderTestApp({ ...app, apis: [[complianceApiRef, api]] });
}
