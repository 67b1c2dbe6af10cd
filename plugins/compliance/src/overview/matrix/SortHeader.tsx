import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { MatrixOrder } from '../overviewQuery';
import styles from './SortHeader.module.css';

type Direction = MatrixOrder['direction'];

/** The heading of a column that rows can be sorted by. */
export function SortHeader(props: {
  title: string;
  /** How rows are sorted by this column, if they are. */
  direction?: Direction;
  /** How they are sorted at first. */
  first: Direction;
  onSort: (direction: Direction) => void;
}) {
  const { title, direction, first, onSort } = props;
  const opposite = direction === 'asc' ? 'desc' : 'asc';
  const ariaSort = direction === 'asc' ? 'ascending' : 'descending';
  const Icon = direction === 'asc' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <th scope="col" aria-sort={direction && ariaSort}>
      <button
        type="button"
        className={styles.root}
        onClick={() => onSort(direction ? opposite : first)}
      >
        {title}
        <Icon
          aria-hidden
          size={14}
          className={styles.icon}
          data-sorted={direction !== undefined}
        />
      </button>
    </th>
  );
}
