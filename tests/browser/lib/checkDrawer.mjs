import assert from 'node:assert/strict';

const pageOf = (base, component) =>
  `${base}/catalog/default/component/${component}/chart-provenance`;

/** The SBOM column leads to the components; a count leads to what it counts, with what it was before. */
export async function checkSbom({ page, base, shoot }) {
  await page.goto(pageOf(base, 'payments'));
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: '1.8.2', exact: true }) });
  await row.getByRole('link', { name: /^\d+$/ }).click();
  const sbom = page.getByRole('dialog').getByRole('region', { name: 'SBOM' });
  const components = sbom.getByRole('table', { name: 'Components' });
  await components.getByText('apk-tools').first().waitFor({ timeout: 15_000 });
  assert.match(
    await sbom.innerText(),
    /CycloneDX 1\.6 · \d+ components · proven/,
  );
  await shoot('payments-sbom');

  const button = sbom.getByRole('button', { name: /^[1-9]\d* changed$/ });
  const [count] = (await button.innerText()).split(' ');
  const narrowed = sbom.getByText(
    new RegExp(`^${count} of ${count} components?$`),
  );
  await button.focus();
  await page.keyboard.press('Enter');
  await narrowed.waitFor({ timeout: 10_000 });
  const [, changed] = await components.getByRole('row').allInnerTexts();
  assert.match(changed, /→/, 'what it was before stands beside what it is');
  assert.match(page.url(), /part=sbom&change=changed/);
  await page.reload();
  await narrowed.waitFor({ timeout: 15_000 });

  // A licence that nobody named is a question of its own, and its answer can be sent too.
  await button.click();
  const licence = sbom.getByLabel('Licence');
  await licence.selectOption({ label: 'none said (4)' });
  const silent = async () => {
    await sbom
      .getByText(/^\d+ of \d+, with removed$/)
      .waitFor({ timeout: 15_000 });
    const [, ...rows] = await components.getByRole('row').allInnerTexts();
    assert.ok(rows.length >= 4, `${rows.length} rows`);
    for (const row of rows) {
      assert.match(row, /not said/);
    }
  };
  await components.getByText('MIT').first().waitFor({ state: 'detached' });
  await silent();
  assert.match(page.url(), /licence=(&|$)/);
  await page.reload();
  await components.getByText('pgbouncer').first().waitFor({ timeout: 15_000 });
  await silent();
}

/** From a requirement to the evidence that met it and back to the address: by keyboard, and as a link that can be sent. */
export async function checkRequirementLink({ page, base, shoot }) {
  await page.goto(pageOf(base, 'payments'));
  await page
    .getByRole('link', { name: '1.8.2', exact: true })
    .click({ timeout: 15_000 });
  const drawer = page.getByRole('dialog');
  const link = drawer
    .getByRole('region', { name: 'Verdict' })
    .getByRole('link', { name: 'Signature' })
    .first();
  await link.waitFor({ timeout: 15_000 });
  await link.focus();
  await page.keyboard.press('Enter');
  const chosen = drawer
    .getByRole('region', { name: 'Evidence' })
    .locator('li[aria-current=true]');
  const isThere = async () => {
    await chosen.waitFor({ timeout: 15_000 });
    assert.match(await chosen.innerText(), /Signature[\s\S]*Proven under/);
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-current') === 'true',
      undefined,
      { timeout: 5000 },
    );
  };
  await isThere();
  await page.reload();
  await isThere();
  await shoot('payments-evidence');
}

/** What the operator distrusts, and that the version it reaches is rejected. */
export async function checkDistrust({ page, base, shoot }) {
  await page.goto(`${base}/chart-provenance`);
  await page
    .getByRole('navigation', { name: 'Parts of chart provenance' })
    .getByRole('link', { name: 'Distrust' })
    .click({ timeout: 15_000 });
  const entry = page.getByRole('region', { name: 'laptop-releases' });
  const version = entry.getByRole('row').filter({ hasText: '5.4.0' });
  await version.getByText('Rejected').waitFor({ timeout: 15_000 });
  assert.match(await version.innerText(), /charts\/storefront/);
  assert.match(
    await page.getByRole('main', { name: 'Distrust' }).innerText(),
    /1 entry reaches 1 version/,
  );
  await shoot('distrust');
}
