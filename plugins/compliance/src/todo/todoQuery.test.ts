import {
  readTodoQuery,
  todoEntities,
  TodoQuery,
  writeTodoQuery,
} from './todoQuery';

describe('todoQuery', () => {
  it.each<[string, TodoQuery]>([
    ['', { showsCompleted: false }],
    [
      'owner=group%3Adefault%2Fpayments-team&completed=true',
      { owner: 'group:default/payments-team', showsCompleted: true },
    ],
  ])('reads and writes %j', (text, query) => {
    expect(readTodoQuery(new URLSearchParams(text))).toEqual(query);
    expect(writeTodoQuery(query, new URLSearchParams()).toString()).toBe(text);
  });

  it('leaves the parameters of others', () => {
    expect(
      writeTodoQuery(
        { showsCompleted: false },
        new URLSearchParams('theirs=1&completed=true&owner=group:default/a'),
      ).toString(),
    ).toBe('theirs=1');
  });

  it('asks for what the reader owns, where little effort gains most first', () => {
    expect(todoEntities({ showsCompleted: false })).toEqual({
      filter: { mine: true, progress: ['untouched', 'started'] },
      order: { field: 'gainPerField', direction: 'desc' },
    });
    expect(
      todoEntities({ owner: 'group:default/a', showsCompleted: true }).filter,
    ).toEqual({ mine: true, owner: ['group:default/a'] });
  });
});
