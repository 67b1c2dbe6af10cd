import { arrayOf, count, flag, object, ref, score, text } from './shapes';

const counts = { type: 'object', additionalProperties: count } as const;

const required = ['total', 'levels', 'progress', 'facets'] as const;
const totals = {
  total: count,
  averageScore: score,
  levels: counts,
  progress: object(['untouched', 'started', 'complete'], {
    untouched: count,
    started: count,
    complete: count,
  }),
  facets: object(['serviceLevel', 'information', 'continuity', 'supplier'], {
    serviceLevel: ref('FacetTotals'),
    information: ref('FacetTotals'),
    continuity: ref('FacetTotals'),
    supplier: ref('FacetTotals'),
  }),
} as const;

/** Answers with totals and trends. */
export const summarySchemas = {
  FacetTotals: object(['total', 'clear', 'failing', 'unknown'], {
    total: count,
    clear: count,
    failing: count,
    unknown: count,
  }),
  Summary: object(
    [...required, 'groups', 'hasMoreGroups', 'failing', 'expiring'],
    {
      ...totals,
      groups: arrayOf(object(['key', ...required], { key: text, ...totals })),
      hasMoreGroups: flag,
      failing: arrayOf(
        object(['checkId', 'title', 'facet', 'total', 'clauses'], {
          checkId: text,
          title: text,
          facet: text,
          total: count,
          clauses: arrayOf(ref('ClauseRef')),
        }),
      ),
      expiring: arrayOf(
        object(['checkId', 'title', 'within30', 'within60', 'within90'], {
          checkId: text,
          title: text,
          within30: count,
          within60: count,
          within90: count,
        }),
      ),
    },
  ),
  Trends: object(['points'], {
    points: arrayOf(
      object(['date'], {
        date: text,
        total: count,
        averageScore: score,
        openFindings: count,
        unclassified: count,
        levels: counts,
      }),
    ),
  }),
} as const;
