import { useApi } from '@backstage/frontend-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { complianceApiRef } from '../api';

/**
 * Calls back with an entity as it became when a signal says that somebody else
 * changed it. Nothing happens where signals are not installed.
 *
 * @param options - while it is paused, changes wait
 */
export function useLiveEntity(options: {
  compliance: EntityResponse;
  isPaused: boolean;
  onChange: (current: EntityResponse) => void;
}): void {
  const { compliance, isPaused, onChange } = options;
  const { entityRef, version, liveChannel } = compliance;
  const api = useApi(complianceApiRef);
  const { lastSignal } = useSignal<{ version: string }>(liveChannel);
  const shown = useLatest({ version, onChange });

  const isOutdated = lastSignal !== null && lastSignal.version !== version;
  useEffect(() => {
    if (!isOutdated || isPaused) {
      return undefined;
    }
    let isWanted = true;
    const { version: outdated } = shown.current;
    api.getEntity(entityRef).then(
      current => {
        const isNews = current.version !== outdated;
        // What was saved here in the meantime is newer than what was asked for.
        if (isWanted && isNews && shown.current.version === outdated) {
          shown.current.onChange(current);
        }
      },
      // It stays as it is; the next signal or a reload asks again.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [api, entityRef, isOutdated, isPaused, lastSignal, shown]);
}
