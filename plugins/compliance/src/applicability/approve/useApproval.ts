import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityResponse,
  ApplicabilityVersion,
  EditConflictError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef, useState } from 'react';
import { complianceApiRef, isErrorNamed } from '../../api';
import { useForgetStatement } from '../useStatement';

/**
 * The approval of a draft as it was when somebody looked at it, whatever is
 * loaded since: nobody approves what they have not seen.
 */
export function useApproval(loaded: ApplicabilityResponse) {
  const api = useApi(complianceApiRef);
  const [seen, setSeen] = useState(loaded);
  const [isChanged, setChanged] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const [isPending, setPending] = useState(false);
  const isUnderWay = useRef(false);
  const forget = useForgetStatement();
  const { standard, etag } = seen;

  /** Shows what prevents the approval, as it is now. */
  async function fail(error: unknown) {
    if (error instanceof EditConflictError) {
      setSeen(error.current as ApplicabilityResponse);
      setChanged(true);
      return;
    }
    setFailure(toError(error));
    if (isErrorNamed(error, 'ConflictError')) {
      // Somebody else was faster, so there is a version more.
      await api.getApplicability(standard).then(setSeen, () => {});
    }
  }

  return {
    /** The draft that is approved. */
    draft: seen,
    /** Whether it was changed since the last attempt. */
    isChanged,
    failure,
    isPending,

    /** Resolves with the version, or undefined when there is none. */
    async approve(note: string): Promise<ApplicabilityVersion | undefined> {
      if (isUnderWay.current) {
        return undefined;
      }
      isUnderWay.current = true;
      setPending(true);
      setChanged(false);
      setFailure(undefined);
      try {
        return await api.approveApplicability({
          standard,
          etag,
          note: note.trim() || undefined,
        });
      } catch (error) {
        await fail(error);
        forget(standard);
        return undefined;
      } finally {
        isUnderWay.current = false;
        setPending(false);
      }
    },
  };
}
