import { expect, Page, test } from '@playwright/test';
import { openWhenRead, signIn, violationsIn } from './portal';

/** Opens the page with all services, once the portal has read its catalog. */
async function openServices(page: Page) {
  await openWhenRead(
    page,
    '/compliance/services',
    page.getByText(/^1–\d+ of 6\d$/),
  );
}

test('from a service to its findings and what to do about them', async ({
  page,
}) => {
  await signIn(page);

  await test.step('find the service', async () => {
    await openServices(page);
    await page.getByRole('searchbox').fill('loan serv');
    const row = page.getByRole('row', { name: /Loan Servicing/ });
    await expect(row).toContainText('Tier 2');
    await expect(row).toContainText('Confidential');
    await expect(page.getByRole('row')).toHaveCount(2);
    expect(await violationsIn(page, '[aria-label="Services"]')).toEqual([]);
  });

  await test.step('read where it stands on its page', async () => {
    await page.goto('/catalog/default/component/loan-servicing');
    const card = page.getByRole('article').filter({
      has: page.getByRole('heading', { name: 'Compliance' }),
    });
    await expect(card.getByRole('meter')).toBeVisible();
    await expect(card).toContainText('Silver');
    await expect(card).toContainText('1 annotation cannot be used');
    await card.getByRole('link', { name: 'Open scorecard' }).click();
    await expect(page).toHaveURL(/loan-servicing\/compliance$/);
  });

  await test.step('see what is wrong, why, and what to do', async () => {
    const error = page.getByRole('alert').filter({ hasText: 'compliance/rto' });
    await expect(error).toContainText('4 hours');
    await expect(error).toContainText('an ISO 8601 duration');
    await expect(error).toContainText('PT4H');

    const finding = page.getByRole('listitem').filter({
      hasText: 'Objectives fit together',
    });
    await expect(finding).toContainText('Fail');
    await expect(finding).toContainText("'4 hours'");
    await expect(finding).toContainText(
      'An ISO 8601 duration, such as PT4H or P1D.',
    );
    await expect(finding).toContainText('What to do');
    await expect(finding).toContainText('compliance/rto');
    await expect(finding).toContainText('8.7.2 Service continuity management');
    await expect(finding).toContainText('A.5.30');
    expect(await violationsIn(page, 'main')).toEqual([]);
  });
});

test('what the catalog hides stays hidden', async ({ page }) => {
  await signIn(page);
  await openServices(page);
  // It is labelled as restricted, and the guest does not own it.
  await page.getByRole('searchbox').fill('Deal Room');
  await expect(
    page.getByText('No entity matches the search and the filters.'),
  ).toBeVisible();
});
