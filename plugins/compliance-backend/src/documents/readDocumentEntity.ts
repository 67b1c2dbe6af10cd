import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ClauseRef,
  documentAnnotations,
  documentKinds,
  documentShape,
  DocumentValues,
  nearestId,
  Standard,
  suggestDate,
  suggestDuration,
  unknownClauses,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { problem, quote } from '../config/problems';
import { cut } from '../database/text';
import { DeclaredDocument } from './types';

/** What has to be asked of the catalog for {@link readDocumentEntity}. */
export const entityFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'metadata.links',
  'relations',
];

const MAX_TITLE_LENGTH = 200;

/** Either of them gives the entity a place among the TechDocs. */
const techDocsAnnotations = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** What an entity declares: a document, unless it lacks what each must have. */
export interface DocumentEntity
  extends Required<Pick<DeclaredDocument, 'id' | 'declaredBy' | 'problems'>> {
  values?: DocumentValues;
}

/** Like a ref, but a single part of a path; no slug of app-config has colons. */
export const documentIdOf = (entityRef: string) => entityRef.replace('/', ':');

/**
 * Reads the document that an entity declares. Nothing is guessed: a value that
 * cannot be used is reported and left out, and without a kind there is no
 * document.
 */
export function readDocumentEntity(
  entity: Entity,
  standards: readonly Standard[],
): DocumentEntity {
  const { metadata, relations = [] } = entity;
  const annotations = metadata.annotations ?? {};
  const problems: string[] = [];

  const read = <T>(
    schema: z.ZodType<T>,
    path: string,
    value: string | undefined,
    nearest?: (text: string) => string | undefined,
  ): T | undefined => {
    if (value === undefined) {
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      problems.push(
        problem({
          path,
          found: value === '' ? 'nothing' : quote(value),
          expected: parsed.error.issues[0].message,
          nearest: nearest?.(value),
        }),
      );
    }
    return parsed.data;
  };

  const at = documentAnnotations;
  const textOf = (annotation: string): string | undefined =>
    annotations[annotation];
  const link =
    textOf(at.link) === undefined
      ? read(
          documentShape.link,
          'metadata.links[0].url',
          metadata.links?.[0]?.url,
        )
      : read(documentShape.link, at.link, textOf(at.link));
  const kind = read(documentShape.kind, at.kind, textOf(at.kind) ?? '', text =>
    nearestId(text, documentKinds),
  );
  const declaredBy = stringifyEntityRef(entity);
  const values: Omit<DocumentValues, 'kind'> = {
    title: cut(
      (metadata.title ?? metadata.name).replace(/[\s\p{Cc}]+/gu, ' ').trim(),
      MAX_TITLE_LENGTH,
    ),
    link,
    entityRef: techDocsAnnotations.some(key => textOf(key) !== undefined)
      ? declaredBy
      : undefined,
    // Groups and users only, as the catalog sees to it.
    owner: relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef,
    version: read(documentShape.version, at.version, textOf(at.version)),
    approvedOn: read(
      documentShape.approvedOn,
      at.approvedOn,
      textOf(at.approvedOn),
      suggestDate,
    ),
    reviewEvery: read(
      documentShape.reviewEvery,
      at.reviewEvery,
      textOf(at.reviewEvery),
      suggestDuration,
    ),
    clauses: readClauses(textOf(at.clauses) ?? '', standards, problems),
  };
  return {
    id: documentIdOf(declaredBy),
    declaredBy,
    values: kind && { ...values, kind },
    problems: [...problems, ...unknownAnnotations(Object.keys(annotations))],
  };
}

/** `iso27001-2022:5.2, iso27001-2022:A.5.1`, without what cannot be used. */
function readClauses(
  text: string,
  standards: readonly Standard[],
  problems: string[],
): ClauseRef[] {
  const path = documentAnnotations.clauses;
  const items = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const refs = items.flatMap((item): ClauseRef[] => {
    const [, standard, clause] = /^([^:]+):([^:]+)$/.exec(item) ?? [];
    if (clause !== undefined) {
      return [{ standard, clause }];
    }
    problems.push(
      problem({
        path,
        found: quote(item),
        expected: 'a standard and a clause, such as iso27001-2022:5.2',
      }),
    );
    return [];
  });
  const unknown = new Map(
    unknownClauses(refs, standards).map(error => [error.index, error]),
  );
  for (const { index, part, expected, nearest } of unknown.values()) {
    const { standard, clause } = refs[index];
    problems.push(
      problem({
        path,
        found: quote(`${standard}:${clause}`),
        expected,
        nearest:
          nearest && (part === 'clause' ? `${standard}:${nearest}` : nearest),
      }),
    );
  }
  const known = refs.filter((_, index) => !unknown.has(index));
  const parsed = documentShape.clauses.safeParse(known);
  if (!parsed.success) {
    problems.push(
      problem({
        path,
        found: `${known.length}`,
        expected: parsed.error.issues[0].message,
      }),
    );
  }
  return parsed.data ?? [];
}

/** Annotations that are meant to tell something about the document. */
function unknownAnnotations(keys: string[]): string[] {
  const known: string[] = Object.values(documentAnnotations);
  return keys
    .filter(key => key.startsWith('compliance/') && !known.includes(key))
    .map(key =>
      problem({
        path: key,
        found: 'an unknown annotation',
        expected: `one of ${known.join(', ')}`,
        nearest: nearestId(key, known),
      }),
    );
}
