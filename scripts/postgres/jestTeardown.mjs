/** Stops what `jestSetup.mjs` started. */
export default async function teardown() {
  await globalThis.stopPostgres?.();
}
