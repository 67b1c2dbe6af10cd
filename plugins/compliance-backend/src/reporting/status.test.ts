import { Run } from '../assessment/RunStore';
import { statusOf } from './status';

const run = (startedAt: string, more: Partial<Run> = {}): Run => ({
  startedAt,
  endedAt: startedAt.replace(':00.000Z', ':02.500Z'),
  outcome: 'success',
  counts: { read: 7 },
  brokenChecks: [{ checkId: 'broken', error: 'boom', entities: 3 }],
  ...more,
});

const now = new Date('2026-11-22T10:00:30.000Z');

describe('statusOf', () => {
  it('tells how the last runs went and how old the data is', () => {
    const failed = run('2026-11-22T10:00:00.000Z', {
      outcome: 'failure',
      error: 'The catalog could not be read',
      counts: {},
      brokenChecks: [],
    });
    const runs = {
      mirror: { last: failed, lastSuccess: run('2026-11-22T09:00:00.000Z') },
      assessment: {},
    };
    expect(statusOf(runs, { details: true, now })).toEqual({
      mirror: {
        last: {
          startedAt: '2026-11-22T10:00:00.000Z',
          endedAt: '2026-11-22T10:00:02.500Z',
          durationMs: 2500,
          outcome: 'failure',
          error: 'The catalog could not be read',
          counts: {},
          brokenChecks: [],
        },
        lastSuccess: {
          startedAt: '2026-11-22T09:00:00.000Z',
          endedAt: '2026-11-22T09:00:02.500Z',
          durationMs: 2500,
          outcome: 'success',
          counts: { read: 7 },
          brokenChecks: [{ checkId: 'broken', error: 'boom', entities: 3 }],
        },
      },
      assessment: {},
      catalogReadAt: '2026-11-22T09:00:00.000Z',
      dataAgeSeconds: 3630,
    });
  });

  it('keeps numbers and errors from those who do not see all entities', () => {
    const last = run('2026-11-22T10:00:00.000Z', {
      error: 'No facts of component:default/secret',
    });
    const { mirror } = statusOf(
      { mirror: { last, lastSuccess: last }, assessment: {} },
      { details: false, now },
    );
    expect(mirror.last?.counts).toBeUndefined();
    expect(mirror.last?.error).toBeUndefined();
    expect(mirror.last?.brokenChecks).toEqual([{ checkId: 'broken' }]);
    expect(mirror.lastSuccess).toEqual(mirror.last);
  });

  it('has no age before the catalog was read', () => {
    const status = statusOf(
      { mirror: {}, assessment: {} },
      { details: true, now },
    );
    expect(status.catalogReadAt).toBeUndefined();
    expect(status.dataAgeSeconds).toBeUndefined();
  });

  it('is not younger than now when the clock of another replica is ahead', () => {
    const { dataAgeSeconds } = statusOf(
      {
        mirror: { lastSuccess: run('2026-11-22T10:05:00.000Z') },
        assessment: {},
      },
      { details: true, now },
    );
    expect(dataAgeSeconds).toBe(0);
  });
});
