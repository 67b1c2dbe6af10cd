import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useChecks } from '../../api';
import { entityTitle, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { clauseConditions, useQueryFields } from '../query';
import {
  filterKeys,
  FilterKey,
  ServicesQuery,
  withValues,
} from '../servicesQuery';
import { ListedFilterKey, useFilterOptions } from './useFilterOptions';

/** Something that narrows the services. */
export interface FilterTag {
  id: string;
  label: string;
  /** The entity that the label names, which may have a better name. */
  entity?: { filter: string; entityRef: string };
  /** What the query becomes without it. */
  without: Partial<ServicesQuery>;
}

const entityKeys = new Set<FilterKey>(['owner', 'system', 'domain']);

/** As much of a query as fits into a tag. */
const QUERY_LENGTH = 48;

/** What narrows the services, each in words. */
export function useFilterTags(
  query: ServicesQuery,
  vocabulary: VocabularyResponse,
): FilterTag[] {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number, date } = useFormats();
  const options = useFilterOptions(vocabulary);
  const checks = useChecks();
  const { fields } = useQueryFields();
  const { check, minScore, maxScore, dueBy } = query;

  function titleOf(key: FilterKey, value: string): string {
    if (key in options) {
      const known = options[key as ListedFilterKey];
      return known.find(({ id }) => id === value)?.label ?? value;
    }
    if (value === UNSET) {
      return t('services.unset');
    }
    return entityKeys.has(key) ? entityTitle(value) : value;
  }

  const tags = filterKeys.flatMap(key =>
    (query.filters[key] ?? []).map(
      (value, _index, values): FilterTag => ({
        id: `${key}:${value}`,
        label: t('services.tag.value', {
          filter: t(`column.${key}`),
          value: titleOf(key, value),
        }),
        entity:
          entityKeys.has(key) && value !== UNSET
            ? { filter: t(`column.${key}`), entityRef: value }
            : undefined,
        without: {
          filters: withValues(
            query,
            key,
            values.filter(other => other !== value),
          ),
        },
      }),
    ),
  );
  if (query.mine) {
    tags.unshift({
      id: 'mine',
      label: t('services.filter.mine'),
      without: { mine: false },
    });
  }
  if (check) {
    const title = checks.value?.items.find(({ id }) => id === check.id)?.title;
    tags.push({
      id: 'check',
      label: t('services.tag.value', {
        filter: title ?? check.id,
        value: check.status.map(status => t(`status.${status}`)).join(', '),
      }),
      without: { check: undefined },
    });
  }
  if (minScore !== undefined || maxScore !== undefined) {
    tags.push({
      id: 'score',
      label: t('services.tag.score', {
        from: number(minScore ?? 0),
        to: number(maxScore ?? 100),
      }),
      without: { minScore: undefined, maxScore: undefined },
    });
  }
  if (dueBy) {
    tags.push({
      id: 'dueBy',
      label: /^\d+$/.test(dueBy)
        ? t('services.tag.dueDays', { days: dueBy })
        : t('services.tag.dueDate', { date: date(dueBy) }),
      without: { dueBy: undefined },
    });
  }
  const { conditions, rest, withoutRest } = clauseConditions(query.query);
  for (const { field, state, without } of conditions) {
    tags.push({
      id: `${field}:${state}`,
      label: t('services.tag.value', {
        filter: fields?.find(({ id }) => id === field)?.title ?? field,
        value: t(`coverage.state.${state}`),
      }),
      without: { query: without },
    });
  }
  if (rest !== '') {
    const text = rest.replace(/\s+/g, ' ').trim();
    tags.push({
      id: 'query',
      label: t('services.tag.query', {
        query:
          text.length > QUERY_LENGTH ? `${text.slice(0, QUERY_LENGTH)}…` : text,
      }),
      without: { query: withoutRest },
    });
  }
  return tags;
}
