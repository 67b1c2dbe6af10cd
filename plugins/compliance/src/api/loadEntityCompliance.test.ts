import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  entityResponse,
  FakeComplianceApi,
  paymentsEntity,
  statusResponse,
} from '../__testUtils__';
import { isErrorNamed, loadEntityCompliance } from './loadEntityCompliance';

describe('loadEntityCompliance', () => {
  const unseen = {
    ...paymentsEntity,
    metadata: { name: 'ledger' },
  };

  it('returns what the backend knows', async () => {
    const api = new FakeComplianceApi();
    const compliance = entityResponse();
    api.entities = [compliance];
    await expect(
      loadEntityCompliance(api, paymentsEntity),
    ).resolves.toMatchObject({ state: 'known', compliance });
  });

  it('tells an entity that was not seen yet, and when the catalog was read', async () => {
    const api = new FakeComplianceApi();
    api.status = statusResponse({ catalogReadAt: '2026-11-22T08:00:00.000Z' });
    await expect(loadEntityCompliance(api, unseen)).resolves.toEqual({
      state: 'not-seen',
      catalogReadAt: '2026-11-22T08:00:00.000Z',
    });
  });

  it('tells an entity that is out of scope', async () => {
    await expect(
      loadEntityCompliance(new FakeComplianceApi(), {
        ...unseen,
        kind: 'Domain',
      }),
    ).resolves.toEqual({ state: 'out-of-scope' });
  });

  it('rejects when the backend fails for another reason', async () => {
    const api = new FakeComplianceApi();
    api.getEntity = async () => {
      throw new NotAllowedError('Not yours');
    };
    await expect(loadEntityCompliance(api, paymentsEntity)).rejects.toThrow(
      'Not yours',
    );
  });
});

describe('isErrorNamed', () => {
  it.each([
    [new NotFoundError('gone'), true],
    [Object.assign(new Error('404'), { cause: new NotFoundError() }), true],
    [new NotAllowedError('no'), false],
    [undefined, false],
  ])('compares the name of %s and of its cause', (error, expected) => {
    expect(isErrorNamed(error, 'NotFoundError')).toBe(expected);
  });
});
