/** The labels of an entity by key. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Gives equal labels as one object: 100,000 entities have some hundred
 * different sets of labels, and comparing shared ones takes no time. It only
 * grows, up to the number of combinations that the vocabulary allows.
 */
export class LabelPool {
  readonly #shared = new Map<string, Labels>();

  share(labels: Labels): Labels {
    const key = JSON.stringify(Object.entries(labels).sort());
    const shared = this.#shared.get(key);
    if (shared) {
      return shared;
    }
    this.#shared.set(key, labels);
    return labels;
  }
}
