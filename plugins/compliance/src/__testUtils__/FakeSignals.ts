import { SignalApi } from '@backstage/plugin-signals-react';
import { act } from '@testing-library/react';

/** Signals that tests send. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<(message: never) => void>>();

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(onMessage));
    return { unsubscribe: () => listeners.delete(onMessage) };
  };

  send(channel: string, message: object) {
    act(() => {
      this.#listeners.get(channel)?.forEach(listen => listen(message as never));
    });
  }
}
