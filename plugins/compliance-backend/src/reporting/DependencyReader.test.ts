import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { builtInRules, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { DependencyReader } from './DependencyReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ref = (name: string) => `component:default/${name}`;
const nameOf = (entityRef: string) => entityRef.split('/')[1];

/** `a(b() c)`: without brackets where the tree ends. */
const written = ({ entityRef, children }: DependencyNode): string =>
  nameOf(entityRef) + (children ? `(${children.map(written).join(' ')})` : '');

describe.each(databases.eachSupportedId())(
  'DependencyReader, %p',
  databaseId => {
    let knex: Knex;
    let reader: DependencyReader;
    const rules = builtInRules();

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      reader = new DependencyReader({ knex, rules, vocabulary });
    });

    async function seed(...entities: Entity[]) {
      await new CatalogMirror({
        knex,
        catalog: catalogServiceMock({ entities }),
        auth: mockServices.auth(),
        scope: {},
        vocabulary,
      }).run({ rulesHash: rules.hash, today: '2026-06-01' });
      await new Assessor({ knex, rules, vocabulary }).run();
    }

    const service = (name: string, dependsOn: string[] = [], rto?: string) =>
      component(name, {
        dependsOn: dependsOn.map(ref),
        annotations: rto ? { 'compliance/rto': rto } : {},
      });

    const hiding = (...names: string[]) =>
      accessTo([
        knex.raw(
          `entity.name not in (${names.map(() => '?').join(', ') || "''"})`,
          names,
        ),
      ]);

    const read = (name: string, depth = 3, hidden: string[] = []) =>
      reader.read(ref(name), { depth, access: hiding(...hidden) });

    it('tells both directions, with facts and the chains that explain them', async () => {
      await seed(
        component('web', {
          title: 'Website',
          dependsOn: [ref('api')],
          annotations: {
            'compliance/service-tier': 'tier-1',
            'compliance/rto': 'PT4H',
          },
        }),
        service('api', ['acme', 'db'], 'PT4H'),
        service('db', ['gone', 'disk'], 'P1D'),
        service('disk', ['web'], 'P3D'),
        component('acme', {
          type: 'supplier',
          annotations: { 'compliance/supplier-residual-risk': 'high' },
        }),
        service('app', ['web']),
        service('other', ['api']),
      );
      const found = (await read('web'))!;
      expect(written(found.dependencies)).toBe(
        'web(api(acme() db(disk gone)))',
      );
      expect(written(found.dependents)).toBe('web(app() disk(db(api)))');
      expect(found.truncated).toBeUndefined();
      expect(found.supplierRisk).toEqual({
        risk: 'high',
        path: ['web', 'api', 'acme'].map(ref),
      });
      expect(found.recovery).toEqual([
        { rto: 'P3D', path: ['web', 'api', 'db', 'disk'].map(ref) },
        { rto: 'P1D', path: ['web', 'api', 'db'].map(ref) },
      ]);

      const { children, ...root } = found.dependencies;
      expect(root).toEqual({
        entityRef: ref('web'),
        title: 'Website',
        kind: 'Component',
        type: 'service',
        isSupplier: false,
        serviceTier: 'tier-1',
        rto: 'PT4H',
        level: 'none',
      });
      const [acme, db] = children![0].children!;
      expect(acme).toMatchObject({ isSupplier: true, residualRisk: 'high' });
      expect(db.children![1]).toEqual({
        entityRef: ref('gone'),
        isSupplier: false,
      });

      expect(written((await read('web', 1))!.dependencies)).toBe('web(api)');
      await expect(read('gone')).resolves.toBeUndefined();
    });

    it('tells a dependency once, whatever its types', async () => {
      const web = service('web', ['api']);
      web.relations!.push({ type: 'consumesApi', targetRef: ref('api') });
      await seed(web, service('api', ['api']));
      expect(written((await read('web'))!.dependencies)).toBe('web(api())');
    });

    it('leaves out what is hidden, and what is only reached through it', async () => {
      await seed(
        service('web', ['api', 'secret'], 'PT1H'),
        service('secret', ['behind', 'shared'], 'P3D'),
        service('behind', [], 'P3D'),
        service('api', ['shared', 'acme'], 'PT1H'),
        service('shared', [], 'PT4H'),
        component('acme', {
          type: 'supplier',
          annotations: { 'compliance/supplier-residual-risk': 'low' },
        }),
        component('secret-supplier', { type: 'supplier' }),
      );
      const found = (await read('web', 3, ['secret']))!;
      expect(written(found.dependencies)).toBe('web(api(acme() shared()))');
      expect(found.recovery).toEqual([
        { rto: 'PT4H', path: ['web', 'api', 'shared'].map(ref) },
      ]);
      expect(JSON.stringify(found)).not.toMatch(/secret|behind/);

      const shared = (await read('shared', 3, ['secret']))!;
      expect(written(shared.dependents)).toBe('shared(api(web()))');
    });

    it('takes three statements, and tells the nearest of very many', async () => {
      const count = (name: string) =>
        statementsOf(knex, () => read(name)).then(({ length }) => length);
      await seed(service('hub'), service('c0', ['hub']));
      await expect(count('hub')).resolves.toBe(3);

      const consumers = Array.from({ length: 400 }, (_, index) => [
        service(`c${index}`, ['hub']),
        service(`d${index}`, [`c${index}`]),
      ]).flat();
      await seed(service('hub'), ...consumers);
      await expect(count('hub')).resolves.toBe(3);
      const found = (await read('hub'))!;
      expect(found.truncated).toBe(true);
      expect(found.dependents.children).toHaveLength(400);
      const below = found.dependents.children!.flatMap(
        ({ children = [] }) => children,
      );
      expect(below).toHaveLength(100);
    });
  },
);
