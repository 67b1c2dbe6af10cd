import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { ConfigReader } from '@backstage/config';
import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { FakeFeed } from './__testUtils__/FakeFeed';
import { ComplianceLabelProcessor } from './ComplianceLabelProcessor';
import { LabelFollower } from './LabelFollower';

type State = Record<string, any>;
type Section = NonNullable<ConstructorParameters<typeof ConfigReader>[0]>;

const unset = {
  'compliance/service-tier': 'unset',
  'compliance/information-classification': 'unset',
  'compliance/continuity-tier': 'unset',
  'compliance/supplier-risk': 'unset',
  'compliance/level': 'unset',
};

const nothingFollowed = new LabelFollower({ readLabels: jest.fn() });

/** The processor as the catalog runs it, each entity with its own cache. */
function processor(compliance: Section = {}, follower = nothingFollowed) {
  const subject = ComplianceLabelProcessor.fromConfig(
    new ConfigReader({ compliance }),
    { follower },
  );
  const location = { type: 'url', target: 'https://git.example.com/x' };
  return {
    getProcessorName: () => subject.getProcessorName(),
    postProcessEntity: (entity: Entity) => subject.postProcessEntity(entity),
    async preProcessEntity(
      entity: Entity,
      { emit = jest.fn(), state = {} as State } = {},
    ) {
      // As in the catalog, what is set replaces all that was there before.
      const before = { ...state };
      let isSet = false;
      const cache: CatalogProcessorCache = {
        get: async key => before[key],
        set: async (key, value) => {
          if (!isSet) {
            Object.keys(state).forEach(old => delete state[old]);
          }
          isSet = true;
          state[key] = value;
        },
      };
      return subject.preProcessEntity(entity, location, emit, location, cache);
    },
  };
}

// Annotations come from YAML and need not be what the type says.
function component(metadata: object, kind = 'Component'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'payments', ...metadata },
    spec: { type: 'service' },
  };
}

async function warningsOf(annotations: object) {
  const subject = processor();
  const entity = await subject.preProcessEntity(component({ annotations }));
  const { status } = (await subject.postProcessEntity(entity)) as AlphaEntity;
  return status?.items;
}

describe('ComplianceLabelProcessor', () => {
  it('keeps its name', () => {
    expect(processor().getProcessorName()).toBe('ComplianceLabelProcessor');
  });

  describe('labels', () => {
    it.each<[string, object, object]>([
      ['no annotations', {}, {}],
      ['annotations of others', { 'github.com/project-slug': 'a/b' }, {}],
      [
        'every labelled field',
        {
          'compliance/service-tier': 'tier-1',
          'compliance/information-classification': 'confidential',
          'compliance/continuity-tier': 'tier-2',
          'compliance/supplier-residual-risk': 'medium',
        },
        {
          'compliance/service-tier': 'tier-1',
          'compliance/information-classification': 'confidential',
          'compliance/continuity-tier': 'tier-2',
          'compliance/supplier-risk': 'medium',
        },
      ],
      [
        'blanks around a value',
        { 'compliance/service-tier': ' tier-1 ' },
        { 'compliance/service-tier': 'tier-1' },
      ],
      ['a tier that is none', { 'compliance/service-tier': 'tier-9' }, {}],
      [
        'a bad value beside a good one',
        {
          'compliance/information-classification': 'confidental',
          'compliance/continuity-tier': 'tier-3',
        },
        { 'compliance/continuity-tier': 'tier-3' },
      ],
      ['an empty value', { 'compliance/service-tier': '' }, {}],
      ['a value of 10 kB', { 'compliance/service-tier': 'x'.repeat(1e4) }, {}],
      ['a key without value', { 'compliance/service-tier': null }, {}],
      ['a number', { 'compliance/service-tier': 1 }, {}],
      ['a list', { 'compliance/service-tier': ['tier-1'] }, {}],
      ['letters of all sorts', { 'compliance/service-tier': 'Größe-①-👩‍🚀' }, {}],
      ['markup', { 'compliance/service-tier': '<img src=x onerror=1>' }, {}],
      [
        'names of prototypes',
        {
          'compliance/constructor': 'tier-1',
          'compliance/__proto__': 'tier-1',
          'compliance/service-tier': 'constructor',
        },
        {},
      ],
      ['the word unset', { 'compliance/service-tier': 'unset' }, {}],
    ])('for %s', async (_, annotations, expected) => {
      const result = await processor().preProcessEntity(
        component({ annotations }),
      );
      expect(result.metadata.labels).toEqual({ ...unset, ...expected });
    });

    it('stay beside those of others', async () => {
      const labels = { visibility: 'restricted', 'compliance/note': 'mine' };
      const result = await processor().preProcessEntity(component({ labels }));
      expect(result.metadata.labels).toEqual({ ...labels, ...unset });
    });

    it.each<[string, Record<string, string>]>([
      ['one of ours', { 'compliance/service-tier': 'tier-0' }],
      ['an illegal value', { 'compliance/service-tier': 'not a value!' }],
      ['a value too long', { 'compliance/service-tier': 'x'.repeat(100) }],
      ['a key in other case', { 'Compliance/Service-Tier': 'tier-0' }],
      ['the level', { 'compliance/level': 'gold' }],
    ])('replace authored ones: %s', async (_, labels) => {
      const result = await processor().preProcessEntity(
        component({
          labels,
          annotations: { 'compliance/continuity-tier': 'tier-1' },
        }),
      );
      expect(result.metadata.labels).toEqual({
        ...unset,
        'compliance/continuity-tier': 'tier-1',
      });
    });

    it.each(['labels', 'annotations'])(
      'leave %s that are none to the catalog',
      async field => {
        for (const value of ['text', ['list'], 7, null]) {
          const { metadata } = await processor().preProcessEntity(
            component({ [field]: value }),
          );
          expect(metadata[field]).toEqual(value);
        }
      },
    );

    it('do not change the entity that came in', async () => {
      const entity = component({ labels: { a: 'b' } });
      const before = JSON.stringify(entity);
      await processor().preProcessEntity(entity);
      expect(JSON.stringify(entity)).toBe(before);
    });
  });

  describe('labels that the backend knows', () => {
    const ref = 'component:default/payments';
    const declared = { annotations: { 'compliance/service-tier': 'tier-3' } };
    const known = {
      'compliance/service-tier': 'tier-1',
      'compliance/information-classification': 'internal',
      'compliance/continuity-tier': 'tier-2',
      'compliance/supplier-risk': 'low',
      'compliance/level': 'gold',
    };
    const fromAnnotations = { ...unset, 'compliance/service-tier': 'tier-3' };
    let feed: FakeFeed;

    beforeEach(() => {
      feed = new FakeFeed();
    });

    /** A catalog that was just started; `catchUp` reads the feed. */
    function started() {
      const follower = new LabelFollower({
        readLabels: async after => feed.read(after, 1_000),
      });
      follower.start();
      const subject = processor({}, follower);
      return {
        catchUp: async () => {
          for await (const _ of follower.changes());
        },
        labels: async (state: State, metadata: object = declared) => {
          const entity = await subject.preProcessEntity(component(metadata), {
            state,
          });
          return entity.metadata.labels;
        },
      };
    }

    it('win over what annotations declare', async () => {
      feed.set({ [ref]: known });
      const { catchUp, labels } = started();
      await catchUp();
      expect(await labels({})).toEqual(known);
    });

    it('replace authored ones', async () => {
      feed.set({ [ref]: known });
      const { catchUp, labels } = started();
      await catchUp();
      const authored = { team: 'a', 'Compliance/Level': 'platinum' };
      expect(await labels({}, { labels: authored })).toEqual({
        team: 'a',
        ...known,
      });
    });

    it('are kept over a restart during which the backend is down', async () => {
      feed.set({ [ref]: known });
      const state = {};
      const before = started();
      await before.catchUp();
      await before.labels(state);
      const { labels, catchUp } = started();
      expect(await labels(state)).toEqual(known);
      expect(await labels(state)).toEqual(known);
      const newer = { ...known, 'compliance/level': 'silver' };
      feed.set({ [ref]: newer });
      await catchUp();
      expect(await labels(state)).toEqual(newer);
      expect(await started().labels(state)).toEqual(newer);
    });

    it('that are there already count before those from before', async () => {
      const state = { labels: { ...known, 'compliance/level': 'bronze' } };
      feed.pageSize = 1;
      feed.set({ [ref]: known, 'component:default/other': known });
      const follower = new LabelFollower({
        readLabels: async after => {
          if (after > 0) {
            throw new Error('Interrupted');
          }
          return feed.read(after, 1_000);
        },
      });
      follower.start();
      await expect(
        (async () => {
          for await (const _ of follower.changes());
        })(),
      ).rejects.toThrow('Interrupted');
      const { metadata } = await processor({}, follower).preProcessEntity(
        component(declared),
        { state },
      );
      expect(metadata.labels).toEqual(known);
    });

    it('give way to annotations when the backend has none', async () => {
      feed.set({ [ref]: known });
      const state = {};
      const { labels, catchUp } = started();
      await catchUp();
      await labels(state);
      feed.set({ [ref]: null });
      await catchUp();
      expect(await labels(state)).toEqual(fromAnnotations);
      // And they do not come back later on.
      expect(await started().labels(state)).toEqual(fromAnnotations);
    });

    it('do not include those of annotations, which may change', async () => {
      const state = {};
      const { labels, catchUp } = started();
      expect(await labels(state)).toEqual(fromAnnotations);
      expect(await labels(state, {})).toEqual(unset);
      await catchUp();
      expect(await labels(state)).toEqual(fromAnnotations);
      expect(await started().labels(state, {})).toEqual(unset);
    });

    it('are completed by annotations when one is missing', async () => {
      const state = { labels: { 'compliance/level': 'gold' } };
      expect(await started().labels(state)).toEqual({
        ...fromAnnotations,
        'compliance/level': 'gold',
      });
    });

    it('count no longer when nobody follows them', async () => {
      const state = { labels: known };
      const { metadata } = await processor().preProcessEntity(
        component(declared),
        { state },
      );
      expect(metadata.labels).toEqual(fromAnnotations);
    });

    it('have the entity refreshed when they change', async () => {
      const emit = jest.fn();
      await processor().preProcessEntity(component({}), { emit });
      expect(emit.mock.calls).toEqual([
        [{ type: 'refresh', key: `compliance:${ref}` }],
      ]);
      await processor().preProcessEntity(component({}, 'System'), { emit });
      expect(emit).toHaveBeenCalledTimes(1);
    });
  });

  describe('annotations', () => {
    it('become text where YAML saw something else, ours only', async () => {
      const { metadata } = await processor().preProcessEntity(
        component({
          annotations: {
            'compliance/availability-target': 99.95,
            'compliance/rto': null,
            'compliance/slos': ['https://example.com'],
            'example.com/number': 7,
          },
        }),
      );
      expect(metadata.annotations).toEqual({
        'compliance/availability-target': '99.95',
        'compliance/rto': '',
        'compliance/slos': '["https://example.com"]',
        'example.com/number': 7,
      });
    });

    it('that are right raise no warning', async () => {
      expect(await warningsOf({ 'compliance/rto': 'PT4H' })).toBeUndefined();
    });

    it.each<[string, object, string]>([
      [
        'a duration in words',
        { 'compliance/rto': '4 hours' },
        "compliance/rto: '4 hours' cannot be used, expected an ISO 8601 duration, such as PT4H or P1D; did you mean 'PT4H'?",
      ],
      [
        'a date that does not exist',
        { 'compliance/continuity-last-tested': '31/02/2026' },
        "compliance/continuity-last-tested: '31/02/2026' cannot be used, expected an existing date written YYYY-MM-DD; did you mean '2026-02-28'?",
      ],
      [
        'a key with a typo',
        { 'compliance/servcie-tier': 'tier-1' },
        "compliance/servcie-tier: 'tier-1' cannot be used, expected an annotation of the compliance vocabulary; did you mean 'compliance/service-tier'?",
      ],
      [
        'an address of another kind',
        { 'compliance/sla': 'data:text/html,hi' },
        "compliance/sla: 'data:text/html,hi' cannot be used, expected an http or https address",
      ],
      [
        'a value of 10 kB',
        { 'compliance/runbook': `https://example.com/${'x'.repeat(1e4)}` },
        `compliance/runbook: 'https://example.com/${'x'.repeat(
          59,
        )}…' cannot be used, expected at most 1000 characters`,
      ],
    ])('raise one for %s', async (_, annotations, message) => {
      expect(await warningsOf(annotations)).toEqual([
        { type: 'compliance/annotation', level: 'warning', message },
      ]);
    });

    it('raise warnings beside the status that is there already', async () => {
      const items = [{ type: 'other', level: 'info', message: 'Hello' }];
      const entity = {
        ...component({ annotations: { 'compliance/rto': 'soon' } }),
        status: { items },
      };
      const result = await processor().postProcessEntity(entity);
      expect(result.status?.items).toEqual([
        ...items,
        expect.objectContaining({ type: 'compliance/annotation' }),
      ]);
    });
  });

  describe('scope', () => {
    const annotations = { 'compliance/service-tier': 'tier-9' };

    it.each(['Component', 'API', 'Resource', 'component'])(
      'includes %s by default',
      async kind => {
        const result = await processor().preProcessEntity(component({}, kind));
        expect(result.metadata.labels).toEqual(unset);
      },
    );

    it.each(['System', 'Domain', 'Group', 'User', 'Location', 'Template'])(
      'leaves %s as it is by default',
      async kind => {
        const entity = component({ annotations }, kind);
        expect(await processor().preProcessEntity(entity)).toBe(entity);
        expect(await processor().postProcessEntity(entity)).toBe(entity);
      },
    );

    it('leaves a document as it is by default', async () => {
      const entity = {
        ...component({ annotations }, 'Resource'),
        spec: { type: 'document' },
      };
      expect(await processor().preProcessEntity(entity)).toBe(entity);
      expect(await processor().postProcessEntity(entity)).toBe(entity);
    });

    it('does not report what is said of a document that is in scope', async () => {
      const entity = component(
        { annotations: { 'compliance/document-kind': 'plan' } },
        'Resource',
      );
      expect(
        (await processor().postProcessEntity(entity)).status,
      ).toBeUndefined();
    });

    it('is what the configuration says', async () => {
      const subject = processor({
        scope: { kind: 'System', 'metadata.tags': { $contains: 'critical' } },
      });
      const labelled = async (metadata: object, kind: string) =>
        'labels' in
        (await subject.preProcessEntity(component(metadata, kind))).metadata;
      expect(await labelled({ tags: ['critical'] }, 'System')).toBe(true);
      expect(await labelled({ tags: [] }, 'System')).toBe(false);
      expect(await labelled({ tags: ['critical'] }, 'Component')).toBe(false);
    });
  });

  describe('configuration', () => {
    it('decides about the words', async () => {
      const subject = processor({
        vocabulary: {
          scales: { risk: [{ id: 'amber', title: 'Amber' }] },
        },
      });
      const labelFor = async (risk: string) =>
        (
          await subject.preProcessEntity(
            component({
              annotations: { 'compliance/supplier-residual-risk': risk },
            }),
          )
        ).metadata.labels?.['compliance/supplier-risk'];
      expect(await labelFor('amber')).toBe('amber');
      expect(await labelFor('medium')).toBe('unset');
    });

    it.each<[string, Section]>([
      ['compliance.vocabulary.reviewEvery', { vocabulary: { reviewEvery: 1 } }],
      ['compliance.scope', { scope: { kind: { $like: 'Comp' } } }],
    ])('names %s when it is wrong', (path, compliance) => {
      expect(() => processor(compliance)).toThrow(path);
    });
  });
});
