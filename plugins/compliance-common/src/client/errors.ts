import { CustomErrorBase, ResponseError } from '@backstage/errors';
import { FieldError } from './edits';
import { EntityResponse } from './types';

/**
 * What is edited was changed by somebody else since it was read: the profile of
 * an entity, unless told otherwise.
 *
 * @public
 */
export class EditConflictError<
  T extends object = EntityResponse,
> extends CustomErrorBase {
  name = 'EditConflictError' as const;
  /** As it is now. */
  readonly current: T;

  constructor(message: string, current: T) {
    super(message);
    this.current = current;
  }
}

/**
 * Values of an edit are not allowed.
 *
 * @public
 */
export class InvalidValuesError extends CustomErrorBase {
  name = 'InvalidValuesError' as const;
  readonly fields: FieldError[];

  constructor(message: string, fields: FieldError[]) {
    super(message);
    this.fields = fields;
  }
}

/** What the backend refused with, as the error that forms can work with. */
export async function errorOf(response: Response): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  const { message } = error.cause;
  const body = error.body as {
    current?: object;
    fields?: FieldError[];
  };
  if (response.status === 412 && body.current) {
    return new EditConflictError(message, body.current);
  }
  if (response.status === 422 && body.fields) {
    return new InvalidValuesError(message, body.fields);
  }
  return error;
}
