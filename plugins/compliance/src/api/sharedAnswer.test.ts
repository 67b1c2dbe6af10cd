import { FakeComplianceApi } from '../__testUtils__';
import { forgetAnswer, sharedAnswer } from './sharedAnswer';

describe('sharedAnswer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const ask = (
    api: FakeComplianceApi,
    load: () => Promise<unknown>,
    key = 'vocabulary',
  ) => sharedAnswer({ api, key, maxAge: 1000, load });

  it('asks once for the same key of the same api', async () => {
    const api = new FakeComplianceApi();
    const load = jest.fn().mockResolvedValue('answer');
    expect(await Promise.all([ask(api, load), ask(api, load)])).toEqual([
      'answer',
      'answer',
    ]);
    expect(load).toHaveBeenCalledTimes(1);

    await ask(api, load, 'checks');
    await ask(new FakeComplianceApi(), load);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('asks again when the answer is too old', async () => {
    const api = new FakeComplianceApi();
    const load = jest.fn().mockResolvedValue('answer');
    await ask(api, load);
    jest.advanceTimersByTime(999);
    await ask(api, load);
    expect(load).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    await ask(api, load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks again after a failure', async () => {
    const api = new FakeComplianceApi();
    const load = jest
      .fn()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('answer');
    await expect(ask(api, load)).rejects.toThrow('down');
    await expect(ask(api, load)).resolves.toBe('answer');
  });

  it('asks again for what was forgotten', async () => {
    const api = new FakeComplianceApi();
    const load = jest.fn().mockResolvedValue('answer');
    await ask(api, load);
    forgetAnswer(api, 'vocabulary');
    await ask(api, load);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
