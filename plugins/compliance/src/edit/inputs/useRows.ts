import { useEffect, useRef } from 'react';

/**
 * Rows that are added and removed, with the focus following. The list element
 * has the rows as its children.
 */
export function useRows<Row>(rows: Row[], onChange: (rows: Row[]) => void) {
  const list = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);

  // Row that gets the focus once it is there; the button when there is none.
  const nextRow = useRef<number>();
  useEffect(() => {
    if (nextRow.current !== undefined) {
      const row = list.current?.children[nextRow.current];
      (row?.querySelector('input') ?? addButton.current)?.focus();
      nextRow.current = undefined;
    }
  }, [rows.length]);

  return {
    list,
    addButton,
    set(index: number, change: Partial<Row>) {
      onChange(
        rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
      );
    },
    add(row: Row) {
      nextRow.current = rows.length;
      onChange([...rows, row]);
    },
    remove(index: number) {
      nextRow.current = Math.min(index, rows.length - 2);
      onChange(rows.filter((_, at) => at !== index));
    },
  };
}
