/** So many documents no organisation reviews; more are a mistake. */
export const MAX_DOCUMENTS = 2000;
