import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';

interface Answer {
  promise: Promise<unknown>;
  expiresAt: number;
}

const answers = new WeakMap<ComplianceApi, Map<string, Answer>>();

/**
 * An answer that components share: asked for once per api and key, and again
 * when it failed or is older than its age in milliseconds.
 */
export function sharedAnswer<T>(options: {
  api: ComplianceApi;
  key: string;
  maxAge: number;
  load: (api: ComplianceApi) => Promise<T>;
}): Promise<T> {
  const { api, key, maxAge, load } = options;
  const known = answers.get(api) ?? new Map<string, Answer>();
  answers.set(api, known);

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

/** Makes the next {@link sharedAnswer} for the key ask again. */
export function forgetAnswer(api: ComplianceApi, key: string): void {
  answers.get(api)?.delete(key);
}
