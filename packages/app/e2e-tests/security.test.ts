import { expect, Page, test } from '@playwright/test';
import { openWhenRead, signIn, violationsIn } from './portal';

/** Opens a view that everybody has, on the Services tab. */
async function openView(page: Page, view: string) {
  await page.getByRole('tab', { name: 'Services' }).click();
  await page.getByRole('button', { name: /^View/ }).click();
  await page.getByRole('menuitem', { name: view }).click();
  await expect(page.getByRole('button', { name: /^View/ })).toContainText(view);
}

const rowOf = (page: Page, service: string) =>
  page.getByRole('row').filter({ hasText: service });

/** Whether the team with the most unclassified services comes first. */
async function isSortedByUnclassified(page: Page): Promise<boolean> {
  const totals = await page
    .getByRole('table')
    .filter({ hasText: 'Average score' })
    .getByRole('row')
    .evaluateAll(rows =>
      rows.slice(2).map(row => Number(row.querySelectorAll('td')[2].innerText)),
    );
  return (
    totals.length > 2 &&
    totals[0] > 0 &&
    totals.every((total, index) => index === 0 || total <= totals[index - 1])
  );
}

test('a security engineer finds what is at risk', async ({ page }) => {
  await signIn(page);
  await openWhenRead(
    page,
    '/compliance/services',
    page.getByText(/^1–\d+ of 6\d$/),
  );

  await test.step('which confidential services have no tested continuity plan?', async () => {
    await page.goto('/?filters[kind]=component&filters[user]=all');
    await page.getByTestId('classification-picker-expand').click();
    await page.getByRole('option', { name: /^Confidential/ }).click();
    await expect(page).toHaveURL(/classification/);
    await expect(rowOf(page, 'Branch Kiosk')).toBeVisible();
    await expect(rowOf(page, 'Marketing Site')).toHaveCount(0);

    await page.getByRole('link', { name: 'Compliance', exact: true }).click();
    await openView(page, 'Untested continuity');
    await expect(rowOf(page, 'Branch Kiosk')).toContainText('Confidential');
    await expect(rowOf(page, 'Account Core')).toHaveCount(0);
    expect(await violationsIn(page, '[aria-label="Services"]')).toEqual([]);
  });

  await test.step('which services of tier 0 and 1 are exposed to a supplier?', async () => {
    await openView(page, 'Exposed suppliers');
    await rowOf(page, 'Card Authorisation')
      .getByRole('link', { name: 'Card Authorisation' })
      .click();
    await expect(
      page.getByText('CardWorks', { exact: false }).first(),
    ).toBeVisible();
    await page
      .getByRole('button', { name: 'Dependencies and suppliers' })
      .click();
    await expect(
      page.getByRole('region', { name: 'Dependencies and suppliers' }),
    ).toContainText('CardWorks Processing');
    expect(await violationsIn(page, 'main')).toEqual([]);

    await page.goto('/compliance/suppliers');
    await expect(rowOf(page, 'CardWorks Processing')).toContainText('Overdue');
    expect(await violationsIn(page, '[aria-label="Suppliers"]')).toEqual([]);
    await page
      .getByRole('button', {
        name: 'Show what depends on CardWorks Processing',
      })
      .click();
    await expect(page.getByRole('dialog')).toContainText('Card Authorisation');
    await page.keyboard.press('Escape');
  });

  await test.step('which teams have the most unclassified data?', async () => {
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Not classified' }).click();
    await expect.poll(() => isSortedByUnclassified(page)).toBe(true);
    expect(await violationsIn(page, '[aria-label="Overview"]')).toEqual([]);
  });
});
