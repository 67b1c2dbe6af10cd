import { Clause, Standard, Theme } from './types';

/**
 * Number and title of a clause, theme or control.
 *
 * @public
 */
export type NumberedTitle = [id: string, title: string];

/** Depth of the parts that coverage is reported for. */
const UNIT_DEPTH = 3;

const depthOf = (id: string) => id.split('.').length;
const parentOf = (id: string) =>
  id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined;

/**
 * Builds a standard from numbered titles. Parents follow from the numbers; a
 * clause is evidenced by services when it, a part of it or what it is part of
 * is listed as such.
 *
 * @throws Error when a number occurs twice or has no parent.
 * @public
 */
export function defineStandard(options: {
  id: string;
  title: string;
  managementSystem: Standard['managementSystem'];
  clauses: NumberedTitle[];
  themes?: NumberedTitle[];
  controls?: NumberedTitle[];
  evidencedByServices: string[];
}): Standard {
  const { id, title, managementSystem, evidencedByServices } = options;
  const themes: Theme[] = (options.themes ?? []).map(([themeId, name]) => ({
    id: themeId,
    title: name,
  }));
  const rows = [
    ...options.clauses.map(row => ({ row, kind: 'clause' as const })),
    ...(options.controls ?? []).map(row => ({ row, kind: 'control' as const })),
  ];
  const ids = rows.map(({ row }) => row[0]);
  const parents = new Set([...ids, ...themes.map(theme => theme.id)]);
  if (new Set(ids).size !== ids.length) {
    throw new Error(`Standard '${id}' has a clause twice`);
  }

  const isPartOf = (part: string, whole: string) =>
    part === whole || part.startsWith(`${whole}.`);
  const clauses = rows.map(({ row: [clauseId, name], kind }): Clause => {
    const parent = parentOf(clauseId);
    if (parent && !parents.has(parent)) {
      throw new Error(`Clause '${clauseId}' of '${id}' has no parent`);
    }
    return {
      id: clauseId,
      title: name,
      kind,
      parent,
      evidence: evidencedByServices.some(
        evidenced =>
          isPartOf(clauseId, evidenced) || isPartOf(evidenced, clauseId),
      )
        ? 'service'
        : 'organisation',
      unit:
        depthOf(clauseId) <= UNIT_DEPTH &&
        !ids.some(
          other => parentOf(other) === clauseId && depthOf(other) <= UNIT_DEPTH,
        ),
    };
  });
  return { id, title, managementSystem, clauses, themes };
}
