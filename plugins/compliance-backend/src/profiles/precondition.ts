import { CustomErrorBase, InputError } from '@backstage/errors';
import { Edit } from './edits';

/** Something is only edited by who says which version the edit is based on. */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;
  readonly statusCode = 428;
}

/** A profile has another version than the one that an edit is based on. */
export class StaleEditError extends CustomErrorBase {
  name = 'StaleEditError' as const;
}

/**
 * The version that the header `If-Match` names, or `*` for whichever.
 *
 * @param what - has the version
 * @throws PreconditionRequiredError or InputError
 */
export function readIfMatch(
  header: string | undefined,
  what = 'the entity',
): string {
  if (header === undefined) {
    throw new PreconditionRequiredError(
      `Send the version that the edit is based on: If-Match with the ETag of ${what}, or * to overwrite whatever there is`,
    );
  }
  const [, version] = /^"(\d{1,9}(?:-[\w-]{1,40})?)"$/.exec(header) ?? [];
  if (version === undefined && header !== '*') {
    throw new InputError(
      `Invalid If-Match '${header.slice(
        0,
        80,
      )}', expected the ETag of ${what}, such as "3", or *`,
    );
  }
  return version ?? header;
}

/**
 * Lets an edit only be applied to the version it is based on. One that changes
 * nothing any more, because it arrives twice, does no harm to any version.
 *
 * @param version - as {@link readIfMatch} tells
 */
export function onlyFor(version: string, edit: Edit): Edit {
  return profile => {
    const isStale = version !== '*' && version !== profile.version;
    const stale = () =>
      new StaleEditError(
        `The profile was changed in the meantime: it has version ${profile.version}, and the edit is based on ${version}`,
      );
    let result: ReturnType<Edit>;
    try {
      result = edit(profile);
    } catch (error) {
      throw isStale ? stale() : error;
    }
    if (isStale && result.changes.length > 0) {
      throw stale();
    }
    return result;
  };
}
