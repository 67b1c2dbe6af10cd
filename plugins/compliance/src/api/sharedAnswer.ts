interface Answer {
  promise: Promise<unknown>;
  expiresAt: number;
}

const answers = new WeakMap<object, Map<string, Answer>>();
const listeners = new WeakMap<object, Set<(key: string) => void>>();

function answersOf(api: object): Map<string, Answer> {
  const known = answers.get(api) ?? new Map<string, Answer>();
  answers.set(api, known);
  return known;
}

function announce(api: object, key: string): void {
  listeners.get(api)?.forEach(listener => listener(key));
}

/**
 * An answer that components share: asked for once per api and key, and again
 * when it failed or is older than its age in milliseconds.
 */
export function sharedAnswer<Api extends object, T>(options: {
  api: Api;
  key: string;
  maxAge: number;
  load: (api: Api) => Promise<T>;
}): Promise<T> {
  const { api, key, maxAge, load } = options;
  const known = answersOf(api);

  const current = known.get(key);
  if (current && current.expiresAt > Date.now()) {
    return current.promise as Promise<T>;
  }
  const promise = load(api);
  const answer = { promise, expiresAt: Date.now() + maxAge };
  known.set(key, answer);
  promise.catch(() => {
    if (known.get(key) === answer) {
      known.delete(key);
    }
  });
  return promise;
}

/**
 * Replaces an answer by one that came in another way, and tells whoever shows
 * it. What is still on its way is too old by then and not waited for.
 */
export function rememberAnswer<Api extends object, T>(options: {
  api: Api;
  key: string;
  maxAge: number;
  load: (api: Api) => Promise<T>;
}): void {
  const { api, key } = options;
  answersOf(api).delete(key);
  sharedAnswer(options);
  announce(api, key);
}

/**
 * Makes the next {@link sharedAnswer} for the key ask again, and whoever shows
 * it ask now.
 */
export function forgetAnswer(api: object, key: string): void {
  answers.get(api)?.delete(key);
  announce(api, key);
}

/** The same for all keys that start with a text. */
export function forgetAnswers(api: object, start: string): void {
  [...(answers.get(api)?.keys() ?? [])]
    .filter(key => key.startsWith(start))
    .forEach(key => forgetAnswer(api, key));
}

/** Calls back when the answer for the key is forgotten or replaced. */
export function onAnswerChange(
  api: object,
  key: string,
  callback: () => void,
): () => void {
  const known = listeners.get(api) ?? new Set();
  listeners.set(api, known);
  const listener = (changed: string) => changed === key && callback();
  known.add(listener);
  return () => known.delete(listener);
}
