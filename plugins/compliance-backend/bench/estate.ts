import { Entity } from '@backstage/catalog-model';
import { setImmediate } from 'node:timers/promises';

/** Numbers between 0 and 1, the same ones for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Shape = { kind: string; prefix: string; types: string[] };

/** One of every ten entities is of each of these. */
const shapes: Shape[] = [
  { kind: 'Component', prefix: 'service', types: ['service'] },
  { kind: 'Component', prefix: 'service', types: ['service'] },
  { kind: 'Component', prefix: 'service', types: ['service'] },
  { kind: 'Component', prefix: 'service', types: ['service', 'batch-job'] },
  { kind: 'Component', prefix: 'site', types: ['website'] },
  { kind: 'Component', prefix: 'library', types: ['library'] },
  { kind: 'API', prefix: 'api', types: ['openapi', 'asyncapi'] },
  { kind: 'Resource', prefix: 'database', types: ['database', 'queue'] },
  { kind: 'Resource', prefix: 'supplier', types: ['saas', 'supplier'] },
  { kind: 'System', prefix: 'system', types: ['product'] },
];

const nameOf = (index: number) =>
  `${shapes[index % shapes.length].prefix}-${index}`;
const refOf = (index: number) =>
  `${shapes[index % shapes.length].kind.toLowerCase()}:default/${nameOf(
    index,
  )}`;

/** What a well-kept entity declares, a good deal of it wrong or out of date. */
function profileOf(
  kind: string,
  pick: <T>(values: T[]) => T,
): Record<string, string> {
  const date = () => `202${pick([4, 5, 6])}-0${pick([1, 4, 8])}-15`;
  return {
    'compliance/service-tier': pick(['tier-0', 'tier-1', 'tier-2', 'tier-9']),
    'compliance/availability-target': pick(['99.9', '99.99', 'ninety']),
    'compliance/support-hours': pick(['24x7', '8x5']),
    'compliance/service-level-reviewed': date(),
    'compliance/information-classification': pick([
      'public',
      'internal',
      'confidential',
      'restricted',
      'confidental',
    ]),
    'compliance/cia': 'C3 I3 A4',
    'compliance/personal-data': pick(['none', 'pii']),
    'compliance/information-reviewed': date(),
    'compliance/continuity-tier': pick(['tier-1', 'tier-2', 'tier-3']),
    'compliance/rto': pick(['PT1H', 'PT4H', '4 hours']),
    'compliance/rpo': 'PT15M',
    'compliance/continuity-last-tested': date(),
    ...(kind === 'Resource' && {
      'compliance/supplier-kind': 'external',
      'compliance/supplier-criticality': pick(['high', 'low']),
      'compliance/supplier-residual-risk': pick(['low', 'medium', 'high']),
      'compliance/supplier-last-assessed': date(),
    }),
  };
}

function entityAt(index: number, size: number): Entity {
  const random = randomNumbers(index * 7919 + 17);
  const pick = <T>(values: T[]) => values[Math.floor(random() * values.length)];
  const { kind, types } = shapes[index % shapes.length];
  const name = nameOf(index);
  const repository = `https://git.bank.example/retail/${name}`;

  // Few depend on many, and a few hubs have very many consumers.
  const targets = Array.from({ length: Math.floor(random() * 6) }, () =>
    refOf(Math.floor(size * random() ** 3)),
  );
  const teams = Math.max(10, Math.floor(size / 100));
  const profile = Object.entries(profileOf(kind, pick));
  const declared = profile.slice(
    0,
    Math.floor(random() ** 0.5 * 1.5 * profile.length),
  );

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      uid: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
      namespace: 'default',
      name,
      title: random() < 0.5 ? `The ${name} of the bank` : undefined,
      description: 'What it is for, and who should know about it. '.repeat(
        Math.floor(random() * 6),
      ),
      tags: [pick(['java', 'go', 'typescript']), 'retail'],
      labels: {
        'bank.example/domain': pick(['retail', 'payments', 'risk']),
        ...(index % 23 === 0 && { visibility: 'restricted' }),
      },
      annotations: {
        'backstage.io/managed-by-location': `url:${repository}/catalog-info.yaml`,
        'backstage.io/managed-by-origin-location': `url:${repository}/catalog-info.yaml`,
        'backstage.io/source-location': `url:${repository}/`,
        'backstage.io/view-url': `${repository}/catalog-info.yaml`,
        'backstage.io/edit-url': `${repository}/edit/catalog-info.yaml`,
        ...(random() < 0.5 && { 'backstage.io/techdocs-ref': 'dir:.' }),
        ...(random() < 0.3 && { 'pagerduty.com/integration-key': name }),
        ...Object.fromEntries(declared),
      },
    },
    spec: { type: pick(types), lifecycle: 'production', owner: 'team' },
    relations: [
      {
        type: 'ownedBy',
        targetRef: `group:default/team-${Math.floor(random() * teams)}`,
      },
      {
        type: 'partOf',
        targetRef: refOf(Math.floor((random() * size) / 10) * 10 + 9),
      },
      ...targets.map(targetRef => ({ type: 'dependsOn', targetRef })),
    ],
  };
}

/** Whether the catalog has an owner; one in ten teams is gone. */
export function hasOwner(ref: string): boolean {
  return !ref.endsWith('9');
}

/** The pages of a catalog with so many entities. */
export async function* estate(
  size: number,
  pageSize = 500,
): AsyncIterable<Entity[]> {
  for (let start = 0; start < size; start += pageSize) {
    // Like the catalog, which is at the other end of a connection.
    await setImmediate();
    const length = Math.min(pageSize, size - start);
    yield Array.from({ length }, (_, index) => entityAt(start + index, size));
  }
}
