import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page } from '@playwright/test';

/** Signs in as the guest of the demo, who is a service owner. */
export async function signIn(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByRole('link', { name: 'Compliance', exact: true }),
  ).toBeVisible();
}

/** Opens a page again until the portal has read what it shows. */
export async function openWhenRead(page: Page, url: string, shown: Locator) {
  await page.goto(url);
  await expect(async () => {
    await page.reload();
    await expect(shown).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** What our parts of the page do wrong; the rest of the portal is not ours. */
export async function violationsIn(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    targets: nodes.map(({ target }) => target),
  }));
}

/** Goes forward with the Tab key until an element has the focus. */
export async function tabTo(page: Page, element: Locator) {
  for (let steps = 0; steps < 60; steps++) {
    if (await element.evaluate(node => node.contains(document.activeElement))) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there');
}
