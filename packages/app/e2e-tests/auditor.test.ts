import { expect, Page, test } from '@playwright/test';
import { openWhenRead, signIn, violationsIn } from './portal';

const CLAUSE = '/compliance/clauses?arrangement=integrated';

/** The dialog about change management, with its numbers of services. */
const changeManagement = (page: Page) =>
  page.getByRole('dialog', { name: /^A\.8\.32 Change management/ });

/** How many services are in a state, as the open dialog says. */
async function servicesIn(page: Page, state: string): Promise<number> {
  const row = changeManagement(page)
    .getByRole('table', { name: 'Services by state' })
    .getByRole('row', { name: new RegExp(`^${state}`) });
  return Number(await row.getByRole('cell').last().innerText());
}

/** Approves the draft of the statement, with a note. */
async function approve(page: Page, version: number, note: string) {
  await page.getByRole('button', { name: 'Approve draft…' }).click();
  const dialog = page.getByRole('dialog', {
    name: `Approve version ${version}`,
  });
  await dialog.getByLabel('Note').fill(note);
  expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
  await dialog
    .getByRole('button', { name: `Approve version ${version}` })
    .click();
  await expect(
    page.getByRole('heading', { name: `Version ${version} holds` }),
  ).toBeVisible();
}

test('an auditor goes from a gap to the service, and the gap gets smaller', async ({
  page,
}) => {
  await signIn(page);
  await openWhenRead(
    page,
    CLAUSE,
    page.getByText(/^6\d services in scope of the service management system$/),
  );
  let unknown = 0;

  await test.step('see both standards together', async () => {
    await expect(
      page.getByText(/^\d+ of \d+ requirements; \d+ have evidence$/),
    ).toBeVisible();
    expect(await violationsIn(page, '[aria-label="Clauses"]')).toEqual([]);
    await page
      .getByRole('button', { name: /A\.8\.32 Change management/ })
      .or(page.getByRole('link', { name: /A\.8\.32 Change management/ }))
      .first()
      .click();
    await expect(changeManagement(page)).toBeVisible();
    unknown = await servicesIn(page, 'Unknown');
    expect(unknown).toBeGreaterThan(1);
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
  });

  await test.step('open the services behind the number', async () => {
    await changeManagement(page)
      .getByRole('link', { name: `${unknown} services: Unknown` })
      .click();
    await expect(page).toHaveURL(/\/compliance\/services/);
    await expect(
      page.getByText(`1–${unknown} of ${unknown}`, { exact: true }),
    ).toBeVisible();
    await page
      .getByRole('row')
      .filter({ hasText: 'Payment Status' })
      .getByRole('link', { name: 'Payment Status' })
      .click();
  });

  await test.step('fix it in the form', async () => {
    const coverage = page.getByRole('region', { name: 'Clause coverage' });
    await expect(coverage).toContainText('ISO/IEC 20000-1:2018');
    expect(await violationsIn(page, 'main')).toEqual([]);
    await page
      .getByRole('button', { name: /Change process/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: 'Fix in portal: Change process' })
      .or(page.getByRole('button', { name: 'Fix in portal: Change process' }))
      .click();
    const dialog = page.getByRole('dialog', {
      name: 'Operations of Payment Status',
    });
    await dialog
      .getByLabel('Change process', { exact: true })
      .fill('https://wiki.example.com/change/payment-status-page');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('come back to a smaller gap', async () => {
    await page.goto(`${CLAUSE}&clause=iso27001-2022:A.8.32`);
    await expect(changeManagement(page)).toBeVisible();
    await expect.poll(() => servicesIn(page, 'Unknown')).toBe(unknown - 1);
  });
});

test('a manager approves the Statement of Applicability and sees what changed', async ({
  page,
}) => {
  await signIn(page);
  await openWhenRead(
    page,
    '/compliance/applicability',
    page.getByRole('heading', { name: 'Not approved yet' }),
  );

  await test.step('approve the first version', async () => {
    expect(await violationsIn(page, '[aria-label="Applicability"]')).toEqual(
      [],
    );
    await approve(page, 1, 'First statement of the bank');
  });

  await test.step('exclude a control and approve again', async () => {
    await page
      .getByRole('button', { name: /^Edit A\.7\.7 / })
      .or(page.getByRole('link', { name: /^Edit A\.7\.7 / }))
      .click();
    const dialog = page.getByRole('dialog', { name: /^A\.7\.7 / });
    await dialog.getByText('No', { exact: true }).click();
    await dialog
      .getByLabel('Reason for exclusion')
      .fill('Nobody works on paper or on shared desks');
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(
      page.getByText('The draft changes 1 control against it.'),
    ).toBeVisible();
    await approve(page, 2, 'Clear desks');
  });

  await test.step('see the difference', async () => {
    await page.goto('/compliance/applicability?from=1&to=2');
    const changes = page.getByRole('table').filter({ hasText: 'A.7.7' });
    await expect(changes).toContainText(
      'Nobody works on paper or on shared desks',
    );
    await expect(page.getByText('1 control differs')).toBeVisible();
    expect(await violationsIn(page, '[aria-label="Applicability"]')).toEqual(
      [],
    );
  });

  await test.step('find the excluded control out of the coverage', async () => {
    await page.goto('/compliance/clauses?clause=iso27001-2022:A.7.7');
    await expect(page.getByRole('dialog', { name: /^A\.7\.7 / })).toContainText(
      'Excluded in the Statement of Applicability version 2',
    );
  });

  await test.step('print it', async () => {
    await page.goto('/compliance/applicability?print=statement');
    const paper = page.getByRole('dialog', {
      name: 'Statement of Applicability: ISO/IEC 27001:2022',
    });
    await expect(paper).toContainText(/2, approved/);
    await expect(paper.getByRole('rowheader')).toHaveCount(93);
    expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Nothing of the page behind it, and all of the 93 controls.
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(12);
  });
});

test('documents show where the organisation lacks evidence', async ({
  page,
}) => {
  await signIn(page);
  await openWhenRead(
    page,
    '/compliance/documents',
    page.getByRole('row').filter({ hasText: 'Access control policy' }),
  );
  const overdue = page
    .getByRole('row')
    .filter({ hasText: 'Access control policy' });
  await expect(overdue).toContainText('Overdue since');
  expect(await violationsIn(page, '[aria-label="Documents"]')).toEqual([]);

  await page.goto('/compliance/clauses?clause=iso27001-2022:A.5.15');
  const clause = page.getByRole('dialog', { name: /^A\.5\.15 / });
  await expect(clause).toContainText('Gap');
  await clause.getByRole('link', { name: /Access control policy/ }).click();
  await expect(page).toHaveURL(/\/compliance\/documents\?.*document=/);
  await expect(page.getByRole('dialog')).toContainText('Access control policy');
  expect(await violationsIn(page, '[role="dialog"]')).toEqual([]);
});
