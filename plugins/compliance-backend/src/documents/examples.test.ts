import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  documentState,
  iso20000,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readComplianceConfig } from '../config/readConfig';
import { declaredInConfig } from './declaredInConfig';
import { readDocumentEntity } from './readDocumentEntity';

const standards = [iso20000, iso27001];
const contentOf = (path: string) =>
  readFileSync(resolve(__dirname, '../../../..', path), 'utf8');

const entities = parseAllDocuments(contentOf('examples/documents.yaml')).map(
  document => readDocumentEntity(document.toJS() as Entity, standards),
);
const { documents } = parse(contentOf('app-config.yaml')).compliance;
const configured = declaredInConfig(
  readComplianceConfig(new ConfigReader({ compliance: { documents } }))
    .documents,
  standards,
);

describe('the documents of the demo', () => {
  it('have one mistake, which is intended', () => {
    expect(entities.flatMap(({ problems }) => problems)).toEqual([
      "compliance/document-approved: found '2026-06-31', expected an existing date written YYYY-MM-DD; the nearest is '2026-06-30'",
    ]);
    expect(entities.every(({ values }) => values)).toBe(true);
  });

  it('are uneven', () => {
    const states = [...entities, ...configured].map(({ values }) =>
      documentState(values!, '2026-11-22'),
    );
    const count = (state: string) =>
      states.filter(other => other === state).length;
    expect([count('current'), count('draft'), count('overdue')]).toEqual([
      20, 3, 3,
    ]);
  });

  it('are often evidence for both standards, and not for all of them', () => {
    const named = [...entities, ...configured].map(({ values }) =>
      values!.clauses.map(({ standard }) => standard),
    );
    expect(
      named.filter(ids => standards.every(({ id }) => ids.includes(id))).length,
    ).toBeGreaterThan(10);
    const all = [...entities, ...configured].flatMap(
      ({ values }) => values!.clauses,
    );
    expect(all).not.toContainEqual({ standard: iso20000.id, clause: '7.6' });
  });
});
