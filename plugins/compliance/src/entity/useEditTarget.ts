import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  editParams,
  editSearch,
  EditTarget,
  FIRST,
  readTarget,
} from './editTarget';

/**
 * What the address of the page opens the editor for. Closing the editor takes
 * that out of the address again.
 */
export function useEditTarget(
  compliance: EntityResponse,
  vocabulary: VocabularyResponse,
): {
  target?: EditTarget;
  /** Whether the address asks for what the reader may not do. */
  isRefused: boolean;
  close: () => void;
} {
  const [params, setParams] = useSearchParams();
  const { mayUpdate } = compliance;
  const target = mayUpdate
    ? readTarget(params, compliance, vocabulary)
    : undefined;

  // What is first changes with every edit; the open editor stays where it is.
  const first =
    target && params.get('edit') === FIRST ? editSearch(target) : undefined;
  useEffect(() => {
    if (first) {
      setParams(first, { replace: true });
    }
  }, [first, setParams]);

  return {
    target: first ? undefined : target,
    isRefused: params.has('edit') && !mayUpdate,
    close() {
      setParams(
        current => {
          const rest = new URLSearchParams(current);
          editParams.forEach(name => rest.delete(name));
          return rest;
        },
        { replace: true },
      );
    },
  };
}
