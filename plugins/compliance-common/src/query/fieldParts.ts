import {
  Certification,
  CiaRatings,
  EffectiveProfile,
  FieldEntry,
  fieldList,
  InputKind,
  PriorityTargets,
  SourcedValue,
} from '../profile';
import { QueryFieldType } from './types';

/** What queries compare of a field: the value itself or a part of it. */
export interface FieldPart {
  /** Id of the query field. */
  id: string;
  title: string;
  type: QueryFieldType;
  isList?: boolean;
  /** The scalars that a value of the field consists of, as text. */
  valuesOf(value: unknown): string[];
}

type PartOf<T> = Omit<FieldPart, 'id' | 'title' | 'valuesOf'> & {
  /** Added to id and title of the field. */
  name?: string;
  title?: string;
  valuesOf(value: T): (string | undefined)[];
};

const scalar = (type: QueryFieldType): PartOf<any>[] => [
  { type, valuesOf: value => [String(value)] },
];
const list = (type: QueryFieldType): PartOf<any>[] => [
  { type, isList: true, valuesOf: (values: string[]) => values },
];

const rating = (name: keyof CiaRatings): PartOf<CiaRatings> => ({
  name,
  title: name,
  type: 'number',
  valuesOf: ratings => [String(ratings[name])],
});
const target = (name: keyof PriorityTargets): PartOf<PriorityTargets> => ({
  name,
  title: name.toUpperCase(),
  type: 'duration',
  valuesOf: targets => [targets[name]],
});

/** By the input that tells one kind of value from another. */
const parts: Record<InputKind, PartOf<any>[]> = {
  select: scalar('level'),
  percent: scalar('number'),
  duration: scalar('duration'),
  date: scalar('date'),
  link: scalar('text'),
  links: list('text'),
  text: scalar('text'),
  texts: list('text'),
  countries: list('text'),
  entity: scalar('entity'),
  ratings: [
    rating('confidentiality'),
    rating('integrity'),
    rating('availability'),
  ],
  targets: [target('p1'), target('p2'), target('p3'), target('p4')],
  certifications: [
    {
      type: 'text',
      isList: true,
      valuesOf: (held: Certification[]) => held.map(({ scheme }) => scheme),
    },
    {
      name: 'validUntil',
      title: 'valid until',
      type: 'date',
      isList: true,
      valuesOf: (held: Certification[]) =>
        held.map(({ validUntil }) => validUntil),
    },
    {
      name: 'scope',
      title: 'scope',
      type: 'text',
      isList: true,
      valuesOf: (held: Certification[]) => held.map(({ scope }) => scope),
    },
  ],
  // Which fields do not apply; the reasons are for people to read.
  exclusions: [{ type: 'text', isList: true, valuesOf: Object.keys }],
};

/** What queries compare of a field. */
export function partsOf(field: FieldEntry): FieldPart[] {
  return parts[field.type.input].map(({ name, title, valuesOf, ...part }) => ({
    ...part,
    id: name ? `${field.id}.${name}` : field.id,
    title: title ? `${field.title}: ${title}` : field.title,
    valuesOf: (value: unknown) => valuesOf(value).flatMap(item => item || []),
  }));
}

const allParts = fieldList.map(field => ({ field, parts: partsOf(field) }));

/**
 * The effective values of a profile as queries compare them: scalars by the id
 * of the query field, each once.
 *
 * @public
 */
export function queryValuesOf(
  profile: EffectiveProfile,
): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { field, parts: compared } of allParts) {
    const sourced = (profile[field.group] as Record<string, SourcedValue>)[
      field.name
    ];
    if (sourced) {
      for (const { id, valuesOf } of compared) {
        const found = [...new Set(valuesOf(sourced.value))];
        if (found.length > 0) {
          values.set(id, found);
        }
      }
    }
  }
  return values;
}
