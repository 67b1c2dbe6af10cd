import { entityResponse, result, summary } from '../__testUtils__';
import { advance, enterList, recordSaved } from './run';

const services = [
  summary({ name: 'done', missing: [] }),
  summary({
    name: 'first',
    missing: ['continuity.plan', 'information.retention', 'information.owner'],
  }),
  summary({ name: 'odd', missing: ['information.goneFromThisVersion'] }),
  summary({ name: 'second', missing: ['operations.runbook'] }),
];

/** What is saved, when checks ask for these annotations. */
function saved(options: { asked: string[]; declared: object }) {
  return entityResponse({
    declared: options.declared,
    edited: {},
    results: options.asked.map(annotation =>
      result({
        checkId: annotation,
        status: 'unknown',
        remediation: {
          text: 'Fill it in.',
          annotations: [`compliance/${annotation}`],
        },
      }),
    ),
  });
}

describe('a run through the list', () => {
  it('goes by facet and in the order of the form, whatever checks ask first', () => {
    const run = enterList({ services, from: 0 });
    expect(run).toMatchObject({
      index: 1,
      group: 'information',
      field: 'owner',
    });
    expect(advance(run!, services)).toMatchObject({
      index: 1,
      group: 'continuity',
      field: 'plan',
    });
  });

  it('passes over services that miss nothing that can be filled in', () => {
    const run = enterList({ services, from: 2 });
    expect(run).toMatchObject({ index: 3, group: 'operations' });
    expect(advance(run!, services)).toBeUndefined();
    expect(enterList({ services: [], from: 0 })).toBeUndefined();
  });

  it('skips a facet that needs nothing any more', () => {
    const run = recordSaved(
      enterList({ services, from: 1 })!,
      saved({
        asked: ['continuity-plan', 'retention', 'information-owner'],
        declared: {
          information: { retention: 'P1Y', owner: 'group:default/a' },
          continuity: { plan: 'https://example.com/plan' },
        },
      }),
    );
    expect(run.tally).toEqual({ services: 1, fields: 3 });
    expect(advance(run, services)).toMatchObject({
      index: 3,
      tally: { services: 1, fields: 3 },
    });
  });

  it('does not ask twice for what was left empty, and goes on', () => {
    const run = recordSaved(
      enterList({ services, from: 1 })!,
      saved({
        asked: ['continuity-plan', 'retention', 'information-owner'],
        declared: { information: { retention: 'P1Y' } },
      }),
    );
    expect(run.tally).toEqual({ services: 0, fields: 1 });
    expect(advance(run, services)).toMatchObject({ group: 'continuity' });
  });

  it('asks at once for what a saved value made necessary', () => {
    const run = recordSaved(
      enterList({
        services: [summary({ missing: ['information.classification'] })],
        from: 0,
      })!,
      saved({
        asked: ['information-classification', 'cia', 'personal-data'],
        declared: { information: { classification: 'restricted' } },
      }),
    );
    expect(run.tally).toEqual({ services: 0, fields: 1 });
    expect(advance(run, services)).toMatchObject({
      index: 0,
      group: 'information',
      field: 'cia',
    });
  });

  it('does not count defaults as filled in', () => {
    const run = recordSaved(
      enterList({
        services: [summary({ missing: ['continuity.rto'] })],
        from: 0,
      })!,
      saved({ asked: [], declared: { continuity: { tier: 'tier-1' } } }),
    );
    expect(run.tally).toEqual({ services: 1, fields: 0 });
  });
});
