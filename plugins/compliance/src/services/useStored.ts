import { toError } from '@backstage/errors';
import {
  errorApiRef,
  StorageApi,
  storageApiRef,
  StorageValueSnapshot,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/** What the storage of the portal takes. */
type Storable = Parameters<StorageApi['set']>[1];

/**
 * Something that the reader chose, kept for them by the portal.
 *
 * @returns undefined while it is not known, or when it was never set
 */
export function useStored<T extends Storable>(
  key: string,
): [T | undefined, (value: T) => void] {
  const storage = useApi(storageApiRef);
  const errorApi = useApi(errorApiRef);
  const [bucket, changes] = useMemo(() => {
    const own = storage.forBucket('compliance');
    return [own, own.observe$<T>(key)];
  }, [storage, key]);
  const { value } = useObservable<StorageValueSnapshot<T>>(
    changes,
    bucket.snapshot<T>(key),
  );
  return [
    value as T | undefined,
    next => {
      bucket.set(key, next).catch(error => errorApi.post(toError(error)));
    },
  ];
}
