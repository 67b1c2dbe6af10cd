import { ScaleId } from '../vocabulary';

/**
 * How values of a query field are written: `text` without regard to case,
 * `level` as one of the field's values, `number`, `date` (ISO 8601), `duration`
 * (ISO 8601) and `entity` as an entity ref.
 *
 * @public
 */
export type QueryFieldType =
  | 'text'
  | 'level'
  | 'number'
  | 'date'
  | 'duration'
  | 'entity';

/**
 * What a query can compare.
 *
 * @public
 */
export interface QueryField {
  /** As queries name it, e.g. `information.classification`. */
  id: string;
  title: string;
  type: QueryFieldType;
  /** The scale that its values are levels of. */
  scale?: ScaleId;
  /** Everything that a field of the type `level` can be, in its order. */
  values?: string[];
  /** Whether an entity can have several values; one that matches is enough. */
  isList?: boolean;
  /** What a ref without a kind is taken for. */
  defaultKind?: string;
}
