import {
  documentState,
  DocumentValues,
  nextReviewOn,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A day so many days from now, as an ISO 8601 date. */
export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A policy that was approved a month ago, added in the portal. */
export function registeredDocument(
  values: Partial<DocumentValues> = {},
  overrides: Partial<RegisteredDocument> = {},
): RegisteredDocument {
  const document: DocumentValues = {
    title: 'Information security policy',
    kind: 'policy',
    clauses: [],
    ...values,
  };
  return {
    ...document,
    id: 'security-policy',
    state: documentState(document, inDays(0)),
    nextReviewOn: nextReviewOn(document),
    source: 'portal',
    etag: '1',
    ...overrides,
  };
}

/** A document of every state and source; the policy serves both standards. */
export function documentsRegister(): RegisteredDocument[] {
  return [
    registeredDocument({
      link: 'https://handbook.example.com/security-policy',
      owner: 'group:default/security',
      version: '3.1',
      approvedOn: inDays(-100),
      reviewEvery: 'P1Y',
      clauses: [
        { standard: 'iso20000-1-2018', clause: '8.7.3' },
        { standard: 'iso27001-2022', clause: '5.2' },
        { standard: 'iso27001-2022', clause: 'A.5.1' },
      ],
    }),
    registeredDocument(
      {
        title: 'Continuity plan',
        kind: 'plan',
        entityRef: 'component:default/handbook',
        owner: 'group:default/platform',
        approvedOn: '2024-01-15',
        reviewEvery: 'P1Y',
        clauses: [{ standard: 'iso20000-1-2018', clause: '8.7.2' }],
      },
      { id: 'continuity-plan', source: 'config' },
    ),
    registeredDocument(
      {
        title: 'Internal audit programme',
        kind: 'procedure',
        clauses: [{ standard: 'iso27001-2022', clause: '9.2.2' }],
      },
      {
        id: 'audit-programme',
        source: 'catalog',
        declaredBy: 'resource:default/audit-programme',
      },
    ),
    registeredDocument(
      {
        title: 'Management review minutes',
        kind: 'record',
        approvedOn: inDays(-20),
        reviewEvery: 'P30D',
      },
      { id: 'review-minutes' },
    ),
  ];
}
