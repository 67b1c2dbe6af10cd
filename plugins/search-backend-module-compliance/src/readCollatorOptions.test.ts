import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readCollatorOptions } from './readCollatorOptions';

const read = (compliance?: JsonObject) =>
  readCollatorOptions(
    new ConfigReader(
      compliance ? { search: { collators: { compliance } } } : {},
    ),
  );

describe('readCollatorOptions', () => {
  it('has a default for everything', () => {
    expect(read()).toMatchObject({
      schedule: { frequency: { minutes: 10 }, timeout: { minutes: 15 } },
      locationTemplate: '/catalog/:namespace/:kind/:name/compliance',
      visibilityPermission: { name: 'catalog.entity.read' },
    });
  });

  it('takes each key by itself', () => {
    expect(
      read({
        schedule: { frequency: { cron: '0 * * * *' } },
        locationTemplate: '/c/:name',
        visibilityPermission: 'compliance.profile.read',
      }),
    ).toMatchObject({
      schedule: {
        frequency: { cron: '0 * * * *' },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 15 },
      },
      locationTemplate: '/c/:name',
      visibilityPermission: { name: 'compliance.profile.read' },
    });
  });

  it.each([
    [
      { schedule: { frequency: 'often' } },
      /^Invalid search.collators.compliance.schedule: .*often/,
    ],
    [
      { visibilityPermission: 'none' },
      "Invalid search.collators.compliance.visibilityPermission 'none', expected one of catalog.entity.read, compliance.profile.read",
    ],
    [{ locationTemplate: 1 }, /locationTemplate/],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(message);
  });
});
