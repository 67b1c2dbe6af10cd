import { FakeComplianceApi } from '../__testUtils__';
import {
  forgetAnswer,
  onAnswerChange,
  rememberAnswer,
  sharedAnswer,
} from './sharedAnswer';

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

  it('replaces an answer, also one that is on its way', async () => {
    const api = new FakeComplianceApi();
    const load = jest.fn(() => new Promise(() => {}));
    ask(api, load);
    rememberAnswer({
      api,
      key: 'vocabulary',
      maxAge: 1000,
      load: async () => 'newer',
    });
    await expect(ask(api, load)).resolves.toBe('newer');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('tells whoever shows an answer when it is replaced or forgotten', () => {
    const api = new FakeComplianceApi();
    const shows = jest.fn();
    const showsOther = jest.fn();
    const stop = onAnswerChange(api, 'vocabulary', shows);
    onAnswerChange(api, 'checks', showsOther);
    onAnswerChange(new FakeComplianceApi(), 'vocabulary', showsOther);

    const options = { api, key: 'vocabulary', maxAge: 1000 };
    rememberAnswer({ ...options, load: async () => 'newer' });
    forgetAnswer(api, 'vocabulary');
    expect(shows).toHaveBeenCalledTimes(2);

    stop();
    forgetAnswer(api, 'vocabulary');
    expect(shows).toHaveBeenCalledTimes(2);
    expect(showsOther).not.toHaveBeenCalled();
  });
});
