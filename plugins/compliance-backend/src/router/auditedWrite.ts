import { AuditorServiceEvent } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { EditConflictError } from '@service-compliance/backstage-plugin-compliance-common';
import { withoutDetails } from '../profiles/audit';
import { StaleEditError } from '../profiles/precondition';

/** What came of a write, and what the auditor is told of it. */
export interface Written<T> {
  result: T;
  meta: JsonObject;
}

/**
 * Writes, and tells the auditor what became of it.
 *
 * @param readCurrent - reads what there is now, for whose edit is based on
 * something older
 * @throws whatever the write throws, with an EditConflictError for a
 * StaleEditError
 */
export async function auditedWrite<T>(
  event: AuditorServiceEvent,
  write: () => Promise<Written<T>>,
  readCurrent?: () => Promise<object>,
): Promise<T> {
  try {
    const { result, meta } = await write();
    await event.success({ meta });
    return result;
  } catch (error) {
    await event.fail({ error: withoutDetails(error) });
    throw readCurrent && error instanceof StaleEditError
      ? new EditConflictError(error.message, await readCurrent())
      : error;
  }
}
