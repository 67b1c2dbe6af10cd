import { coverageStates } from '@service-compliance/backstage-plugin-compliance-common';
import {
  arrayOf,
  count,
  flag,
  object,
  ref,
  score,
  text,
  texts,
} from './shapes';

const counts = {
  type: 'object',
  description: 'Number of services by state.',
  propertyNames: { enum: coverageStates },
  additionalProperties: count,
} as const;

const indicated = { type: 'string', enum: ['covered', 'partial'] } as const;

const required = ['clause', 'evidence', 'checks'] as const;
/** What is the same for every service. */
const clause = {
  clause: text,
  evidence: { type: 'string', enum: ['service', 'organisation'] },
  checks: texts,
  organisation: ref('OrganisationCoverage'),
  excluded: {
    type: 'string',
    description:
      'Why the approved Statement of Applicability excludes it; empty for those who may not read the statement.',
  },
  handledBy: text,
} as const;

/** Answers about coverage. */
export const coverageSchemas = {
  OrganisationCoverage: object(['state', 'documents'], {
    state: { type: 'string', enum: ['covered', 'gap', 'unknown'] },
    documents: arrayOf(
      object(['id', 'title', 'state'], {
        id: text,
        title: text,
        state: { type: 'string', enum: ['current', 'draft', 'overdue'] },
      }),
    ),
  }),
  Coverage: object(['standard', 'services', 'outOfScope', 'clauses'], {
    standard: text,
    services: count,
    outOfScope: count,
    coveredPercent: score,
    clauses: arrayOf(
      object([...required, 'counts', 'indications'], {
        ...clause,
        counts: { ...counts, required: coverageStates },
        indications: arrayOf(
          object(['path', 'atMost'], {
            path: arrayOf(ref('ClauseRef')),
            atMost: indicated,
          }),
        ),
      }),
    ),
    applicability: object(['number', 'approvedAt'], {
      number: { type: 'integer', minimum: 1 },
      approvedAt: text,
    }),
  }),
  EntityCoverage: object(['entityRef', 'standards'], {
    entityRef: text,
    standards: arrayOf(
      object(['standard', 'title', 'inScope', 'counts', 'clauses'], {
        standard: text,
        title: text,
        inScope: flag,
        outOfScopeReason: text,
        coveredPercent: score,
        counts: { ...counts, description: 'Number of clauses by state.' },
        clauses: arrayOf(
          object([...required, 'state', 'results'], {
            ...clause,
            state: { type: 'string', enum: coverageStates },
            indicated: object(['state', 'path'], {
              state: indicated,
              path: arrayOf(ref('ClauseRef')),
            }),
            results: arrayOf(
              object(['checkId', 'status', 'upcoming'], {
                checkId: text,
                status: {
                  type: 'string',
                  enum: ['pass', 'fail', 'unknown', 'not-applicable', 'waived'],
                },
                upcoming: flag,
              }),
            ),
          }),
        ),
      }),
    ),
  }),
} as const;
