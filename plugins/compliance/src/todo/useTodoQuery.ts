import { useSearchParams } from 'react-router-dom';
import { readTodoQuery, TodoQuery, writeTodoQuery } from './todoQuery';

/** What the to-do list shows; kept in the address of the page. */
export function useTodoQuery() {
  const [params, setParams] = useSearchParams();
  const query = readTodoQuery(params);
  return {
    query,
    update(change: Partial<TodoQuery>) {
      setParams(writeTodoQuery({ ...query, ...change }, params), {
        replace: true,
      });
    },
    /** Address of the list of one owner. */
    ownerHref: (owner: string) =>
      `?${writeTodoQuery({ owner, showsCompleted: true }, params)}`,
  };
}
