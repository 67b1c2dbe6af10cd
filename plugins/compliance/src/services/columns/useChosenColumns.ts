import { useEffect } from 'react';
import { ServicesQuery, UpdateQuery } from '../servicesQuery';
import { useStored } from '../useStored';
import { ColumnId, defaultColumns, readColumns } from './columnIds';

/**
 * The columns that are shown: those of the address, or else those that the
 * reader chose last, which the address then says too.
 */
export function useChosenColumns(
  query: ServicesQuery,
  update: UpdateQuery,
): { columns: ColumnId[]; choose: (columns: ColumnId[]) => void } {
  const [stored, store] = useStored<string[]>('serviceColumns');
  const { columns } = query;

  useEffect(() => {
    if (!columns && stored) {
      update({ columns: readColumns(stored) });
    }
  }, [columns, stored, update]);

  return {
    columns: columns ?? defaultColumns,
    choose(chosen) {
      const next = readColumns(chosen);
      update({ columns: next });
      store(next);
    },
  };
}
