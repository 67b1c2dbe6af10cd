import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BulkEditor } from './BulkEditor';
import { EditOutcome } from './ProfileEditor';

const refs = ['a', 'b', 'c', 'd', 'e'].map(name => `component:default/${name}`);

/** Edits two entities at a time, with an error from that batch on. */
async function outcomes(failsAt: number): Promise<[string, string][]> {
  let batches = 0;
  const editor = new BulkEditor({
    updates: {
      select: async entityRefs => ({
        readable: new Set(entityRefs),
        editable: new Set(refs.slice(1)),
      }),
    },
    editor: {
      apply: async ({ entityRefs }) => {
        if (batches++ >= failsAt) {
          throw new Error('The database is gone');
        }
        const saved: EditOutcome = {
          outcome: 'saved',
          version: '1',
          changes: [],
        };
        return new Map(entityRefs.map(entityRef => [entityRef, saved]));
      },
    },
    logger: mockServices.logger.mock(),
    batchSize: 2,
  });
  const found: [string, string][] = [];
  for await (const { result } of editor.apply({
    entityRefs: refs,
    edit: profile => ({ edited: profile.edited, changes: [] }),
    author: 'user:default/jo',
    credentials: mockCredentials.user(),
  })) {
    found.push([result.entityRef.slice(-1), result.outcome]);
  }
  return found;
}

describe('BulkEditor', () => {
  it('tells of each entity what became of it', async () => {
    await expect(outcomes(Infinity)).resolves.toEqual([
      ['a', 'forbidden'],
      ['b', 'saved'],
      ['c', 'saved'],
      ['d', 'saved'],
      ['e', 'saved'],
    ]);
  });

  it('tells what was saved before something went wrong', async () => {
    await expect(outcomes(1)).resolves.toEqual([
      ['a', 'forbidden'],
      ['b', 'saved'],
      ['c', 'saved'],
      ['d', 'failed'],
      ['e', 'failed'],
    ]);
  });

  it('throws what goes wrong before anything was saved', async () => {
    await expect(outcomes(0)).rejects.toThrow('The database is gone');
  });
});
