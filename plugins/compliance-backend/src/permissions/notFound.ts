import { NotFoundError } from '@backstage/errors';

/** The same for what does not exist and for what is hidden. */
export function profileNotFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `No profile of '${entityRef}': it is not in scope, was not read from the catalog yet, or is not visible to you`,
  );
}
