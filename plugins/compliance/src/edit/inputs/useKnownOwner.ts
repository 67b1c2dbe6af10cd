import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { EntityOption, optionOf } from './entitySearch';

/** A chosen user or group as the catalog has it, or its ref as it stands. */
export function useKnownOwner(entityRef: string): {
  option?: EntityOption;
  /** Whether the catalog said that it does not have it. */
  isUnknown: boolean;
} {
  const catalogApi = useApi(catalogApiRef);
  const { value, loading } = useAsync(async () => {
    const entity = entityRef
      ? await catalogApi.getEntityByRef(entityRef)
      : undefined;
    return { entityRef, option: entity && optionOf(entity) };
  }, [catalogApi, entityRef]);

  if (entityRef === '') {
    return { isUnknown: false };
  }
  const answer = value?.entityRef === entityRef ? value : undefined;
  return {
    option: answer?.option ?? {
      id: entityRef,
      label: entityRef,
      description: '',
    },
    isUnknown: !loading && answer !== undefined && !answer.option,
  };
}
