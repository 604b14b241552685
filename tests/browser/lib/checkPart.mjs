import assert from 'node:assert/strict';

/** How long after the backend is ready all clusters and the legacy repository may take to be read. */
const WITHIN_MS = 90_000;

/** Reads one part of the entity tab until everything stands there, and names what is missing when it never does. */
export async function checkPart({ page, base, story, readyAt, shoot }) {
  const { component, part, see, never = [], screenshot } = story;
  const until = Math.max(readyAt + WITHIN_MS, Date.now() + 10_000);
  const address = `${base}/catalog/default/component/${component}/chart-provenance`;
  await page.goto(part ? `${address}/${part}` : address);
  for (;;) {
    const content = page.getByRole('region', {
      name: 'Chart provenance',
      exact: true,
    });
    await content.waitFor({ timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    const text = (await content.innerText()).replace(/\s+/g, ' ');
    const missing = see.filter(words => !text.includes(words));
    const wrong = never.filter(words => text.includes(words));
    if (missing.length + wrong.length === 0) break;
    if (Date.now() > until) {
      assert.fail(
        `missing: ${missing.join(' | ')}; must not stand there: ${wrong.join(
          ' | ',
        )}; there is: ${text.slice(0, 1500)}`,
      );
    }
    await page.waitForTimeout(2000);
    await page.reload();
  }
  if (screenshot) await shoot(screenshot);
}

/** Signs an item off as a person would, by keyboard, and finds who and when after a reload. */
export async function checkSignOff({ page, base, note }) {
  await page.goto(
    `${base}/catalog/default/component/payments/chart-provenance/migration`,
  );
  const claim =
    'Consumers were told where the chart is from now on, and until when the old place stays.';
  const line = page.getByRole('listitem').filter({ hasText: claim }).first();
  await line.waitFor({ timeout: 15_000 });
  await line
    .getByRole('button', { name: /sign off/i })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await line.getByRole('textbox', { name: /note/i }).fill(note);
  await line.getByRole('button', { name: 'Record' }).click();
  await line.getByText(note).waitFor({ timeout: 10_000 });
  await page.reload();
  await line.getByText(note).waitFor({ timeout: 15_000 });
  assert.match(await line.innerText(), /dana/i);
}

/** Gives a chart that nobody owns to the entity that is suggested, and finds it on that entity's page. */
export async function checkUnclaimed({ page, base, shoot }) {
  await page.goto(`${base}/chart-provenance/unclaimed`);
  const row = page.getByRole('row').filter({ hasText: 'gift-cards' });
  await row.getByText('checkout').first().waitFor({ timeout: 30_000 });
  await shoot('unclaimed');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: /Accept selected/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('gift-cards').first().waitFor({ timeout: 5000 });
  await dialog.getByRole('button', { name: /accept/i }).click();
  await row.waitFor({ state: 'detached', timeout: 30_000 }).catch(async () => {
    // The inventory follows within seconds; the list is read anew only when somebody comes back.
    await page.reload();
    await page
      .getByText(/have no owner|has no owner/)
      .waitFor({ timeout: 15_000 });
    await row.waitFor({ state: 'detached', timeout: 15_000 });
  });
  await page.goto(
    `${base}/catalog/default/component/checkout/chart-provenance/provenance`,
  );
  const charts = page.getByRole('combobox', { name: 'Chart' });
  await charts
    .locator('option')
    .filter({ hasText: 'gift-cards' })
    .waitFor({ state: 'attached', timeout: 30_000 });
}
