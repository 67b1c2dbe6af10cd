import { useApi } from '@backstage/frontend-plugin-api';
import {
  FieldGroup,
  FieldValues,
  PreviewResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useState } from 'react';
import { complianceApiRef } from '../api';

/** So that a word is typed before it is asked about. */
const PAUSE_MS = 400;

/** What saving would do, as far as it is known. */
export interface PreviewState {
  /** Stays while a newer one is asked for. */
  preview?: PreviewResponse;
  isPending: boolean;
  isUnavailable: boolean;
}

/**
 * Asks what saving these values would do, once they stay as they are for a
 * moment. Failing is no reason not to save.
 *
 * @param options - values are undefined when there is nothing to ask
 */
export function usePreview(options: {
  entityRef: string;
  group: FieldGroup;
  values: FieldValues | undefined;
}): PreviewState {
  const { entityRef, group, values } = options;
  const api = useApi(complianceApiRef);
  const [answer, setAnswer] = useState<{
    key: string;
    preview?: PreviewResponse;
  }>();
  const key = values && JSON.stringify(values);

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const preview = await api
        .previewFacet({ entityRef, group, values: JSON.parse(key) }, { signal })
        .catch(() => undefined);
      if (!signal.aborted) {
        setAnswer({ key, preview });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, entityRef, group, key]);

  if (key === undefined) {
    return { isPending: false, isUnavailable: false };
  }
  const isPending = answer?.key !== key;
  return {
    preview: answer?.preview,
    isPending,
    isUnavailable: !isPending && answer?.preview === undefined,
  };
}
