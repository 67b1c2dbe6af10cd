import { z } from 'zod';
import { Vocabulary } from '../../vocabulary';

/**
 * What became of an authored text: a value, or why it is none.
 *
 * @public
 */
export type Parsed<T> =
  | { value: T }
  | {
      /** What would be right, as the end of the sentence "expected …". */
      expected: string;
      /** The nearest valid text, when one can be told. */
      nearest?: string;
    };

/**
 * A kind of value: how it is written in an annotation, checked and entered.
 *
 * @public
 */
export interface ValueType<T> {
  /** Decides the form input that the value is entered with. */
  input: InputKind;
  /** Reads the text of an annotation, already trimmed and not empty. */
  parse(text: string, vocabulary: Vocabulary): Parsed<T>;
  /** Writes a value as the text of an annotation; the inverse of `parse`. */
  format(value: T): string;
  /** Schema of the value in JSON, e.g. in an edit sent by the portal. */
  schema(vocabulary: Vocabulary): z.ZodType<T>;
  /** What a right value looks like, in a few words, for documentation. */
  describe(vocabulary: Vocabulary): string;
}

/**
 * The inputs that forms know.
 *
 * @public
 */
export type InputKind =
  | 'select'
  | 'percent'
  | 'duration'
  | 'date'
  | 'link'
  | 'links'
  | 'text'
  | 'texts'
  | 'countries'
  | 'entity'
  | 'ratings'
  | 'targets'
  | 'certifications'
  | 'exclusions';
