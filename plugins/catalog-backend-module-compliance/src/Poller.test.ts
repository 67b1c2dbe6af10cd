import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './__testUtils__/eventually';
import { Poller } from './Poller';

const HOUR = 3_600_000;

describe('Poller', () => {
  const logger = mockServices.logger.mock();
  const poll = jest.fn<Promise<void>, []>();
  let poller: Poller;
  let running: Promise<void>;

  function run(interval: number) {
    poller = new Poller({ poll, logger, interval });
    running = poller.run();
  }

  const polls = (count: number) =>
    eventually(() => expect(poll).toHaveBeenCalledTimes(count));

  beforeEach(() => {
    jest.clearAllMocks();
    poll.mockReset().mockResolvedValue();
  });

  afterEach(async () => {
    poller.stop();
    await running;
  });

  it('polls at once, and again by itself', async () => {
    run(5);
    await eventually(() => expect(poll.mock.calls.length).toBeGreaterThan(3));
  });

  it('polls when nudged', async () => {
    run(HOUR);
    await polls(1);
    poller.nudge();
    await polls(2);
    await sleep(50);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it('polls once more after nudges during a poll, however many', async () => {
    let isPolling = false;
    let finish = () => {};
    poll.mockImplementation(async () => {
      expect(isPolling).toBe(false);
      isPolling = true;
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      isPolling = false;
    });
    run(HOUR);
    poller.nudge();
    poller.nudge();
    poller.nudge();
    await sleep(50);
    expect(poll).toHaveBeenCalledTimes(1);
    finish();
    await polls(2);
    finish();
    await sleep(50);
    expect(poll).toHaveBeenCalledTimes(2);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says once that it fails, and once that it works again', async () => {
    poll.mockRejectedValue(new Error('Refused'));
    run(1);
    await eventually(() => expect(poll.mock.calls.length).toBeGreaterThan(3));
    expect(logger.warn.mock.calls).toEqual([
      [
        'Compliance labels cannot be followed and stay as they are: Error: Refused',
      ],
    ]);
    expect(logger.info).not.toHaveBeenCalled();
    poll.mockResolvedValue();
    await eventually(() => expect(logger.info).toHaveBeenCalledTimes(1));
    const { length } = poll.mock.calls;
    await eventually(() =>
      expect(poll.mock.calls.length).toBeGreaterThan(length),
    );
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('pauses ever longer while it fails, but not when nudged', async () => {
    const times: number[] = [];
    poll.mockImplementation(async () => {
      times.push(Date.now());
      throw new Error('Refused');
    });
    run(40);
    await polls(4);
    const pauses = times.slice(1).map((time, i) => time - times[i]);
    expect(pauses[1]).toBeGreaterThan(1.5 * 40);
    expect(pauses[2]).toBeGreaterThan(1.5 * 80);
    poller.nudge();
    await polls(5);
    expect(Date.now() - times[3]).toBeLessThan(320);
  });

  it('stops for good, also during a poll', async () => {
    poll.mockImplementation(async () => {
      poller.stop();
      throw new Error('Too late');
    });
    run(1);
    await running;
    poller.nudge();
    await sleep(20);
    expect(poll).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
