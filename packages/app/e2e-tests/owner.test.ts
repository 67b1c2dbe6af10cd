import { expect, Page, test } from '@playwright/test';
import { openWhenRead, signIn, tabTo, violationsIn } from './portal';

const services = ['Payee Check', 'Payment Limits', 'Request to Pay'];
const today = new Date().toISOString().slice(0, 10);

/** Opens a select of the dialog, and chooses what begins with a text. */
async function choose(page: Page, label: string, text: string) {
  await tabTo(
    page,
    page.getByRole('dialog').getByRole('button', { name: `Not set ${label}` }),
  );
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: new RegExp(`^${text}`) }).waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Classifies the service that the dialog shows and goes on to the next one. */
async function classify(page: Page) {
  const dialog = page.getByRole('dialog');
  await choose(page, 'Information classification', 'Internal');
  await choose(page, 'Personal data', 'None');
  const reviewed = dialog.getByLabel('Classification reviewed on', {
    exact: true,
  });
  await tabTo(page, reviewed);
  const [year, month, day] = today.split('-');
  await page.keyboard.type(`${month}${day}${year}`);
  await expect(reviewed).toHaveValue(today);
  await expect(dialog.getByText(/^76\.9 → \d+(\.\d)?, Gold/)).toBeVisible();
}

test('an owner completes three services with the keyboard', async ({
  page,
}) => {
  await signIn(page);

  await test.step('see what is missing', async () => {
    await openWhenRead(
      page,
      '/compliance/todo',
      page.getByRole('button', { name: 'Complete Request to Pay' }),
    );
    const item = page.getByRole('listitem').filter({ hasText: 'Payee Check' });
    await expect(item).toContainText('+23.1 points for 6 fields');
    await expect(item).toContainText('Information: Information classification');
    await expect(page.getByText('Service level reviewed')).toBeVisible();
    expect(await violationsIn(page, '[aria-label="To do"]')).toEqual([]);
  });

  await test.step('complete one after the other', async () => {
    await tabTo(
      page,
      page.getByRole('button', { name: 'Complete Payee Check' }),
    );
    await page.keyboard.press('Enter');
    for (const service of services) {
      await expect(
        page.getByRole('dialog', { name: `Information of ${service}` }),
      ).toBeVisible();
      await classify(page);
      if (service === services[0]) {
        expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
      }
      await page.keyboard.press('Control+Enter');
    }
    // Whichever comes next, the run goes on by itself.
    await expect(
      page.getByRole('dialog', {
        name: new RegExp(`^[A-Za-z ]+? of (?!${services.join('|')})`),
      }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/3 services completed/)).toBeVisible();
  });

  await test.step('find them in the catalog by the new value', async () => {
    const rows = page.getByRole('row');
    await expect(async () => {
      await page.goto(
        '/?filters[kind]=component&filters[user]=owned&filters[classification]=internal',
      );
      for (const service of services) {
        await expect(rows.filter({ hasText: service })).toBeVisible({
          timeout: 3_000,
        });
      }
    }).toPass({ timeout: 20_000 });
    await expect(rows.filter({ hasText: 'Payment Ledger' })).toHaveCount(0);
  });

  await test.step('read in the history who did it', async () => {
    for (const service of services) {
      const name = service.toLowerCase().replaceAll(' ', '-');
      await page.goto(`/catalog/default/component/${name}/compliance`);
      await page.getByRole('button', { name: 'History' }).click();
      const revision = page
        .getByRole('region', { name: 'History' })
        .getByRole('listitem')
        .first();
      await expect(revision).toContainText('Mara Voss');
      await expect(revision).toContainText('Internal');
      expect(await violationsIn(page, 'main')).toEqual([]);
    }
  });
});
