import assert from 'node:assert/strict';

const pageOf = (base, component, part) =>
  `${base}/catalog/default/component/${component}/chart-provenance/${part}`;

/** A text is chosen by keyboard, names the newest verified version by digest, and what runs otherwise is shown as it would change. */
export async function checkAdopt({ page, base, shoot }) {
  await page.goto(
    pageOf(base, 'payments', 'adopt?snippet=flux-oci-repository'),
  );
  const text = page.getByText('layerSelector').first();
  await text.waitFor({ timeout: 15_000 });
  const content = page.getByRole('region', {
    name: 'Chart provenance',
    exact: true,
  });
  assert.match(
    await content.innerText(),
    /digest: sha256:16b60a8bf35d[0-9a-f]+[\s\S]*matchOIDCIdentity/,
  );
  await shoot('payments-adopt');
  const chosen = page.getByRole('link', { name: /Flux OCIRepository and/ });
  await chosen.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/snippet=flux-helm-repository/);
  // What cannot be made says why, and leads on.
  await content
    .getByText(/^Not here: /)
    .first()
    .waitFor();
}

/** The dry run of a rejected version says what is wrong, and stands in the log, where it is explained. */
export async function checkGate({ page, base, shoot }) {
  await page.goto(pageOf(base, 'inventory', 'adopt'));
  const box = page.getByRole('region', { name: 'What would the gate say?' });
  await box.getByRole('button', { name: /What would the gate say/ }).click();
  await box.getByRole('button', { name: 'Ask for 1.1.0' }).click();
  await box
    .getByText(/deny|denied|not go on|would be stopped/i)
    .first()
    .waitFor({ timeout: 15_000 });
  assert.match(await box.innerText(), /dry run/i);

  await page.goto(`${base}/chart-provenance/gate`);
  const row = page.getByRole('row').filter({ hasText: 'inventory' }).first();
  await row.waitFor({ timeout: 15_000 });
  await shoot('gate');
  await row.getByRole('link').first().click();
  const drawer = page.getByRole('dialog');
  await drawer
    .getByText(/dry run/i)
    .first()
    .waitFor({ timeout: 10_000 });
  assert.match(page.url(), /decision=[0-9A-HJKMNP-TV-Z]{26}/);
}

/** What is typed is checked, mended by a click, and leaves the browser in no address. */
export async function checkLint({ page, base, shoot }) {
  await page.goto(`${base}/chart-provenance/lint`);
  const editor = page.getByRole('textbox', { name: 'Text to check' });
  await editor.fill(
    'helm repo add acme oci://ghcr.io/acme/charts\nhelm pull oci://ghcr.io/acme/charts/payments --version 1.8.3_b5\n',
  );
  const findings = page.getByRole('list', { name: 'Findings' });
  await findings.getByRole('listitem').nth(1).waitFor({ timeout: 15_000 });
  await shoot('reference-checker');
  await findings
    .getByRole('button', { name: 'Apply', exact: true })
    .first()
    .click();
  await page.waitForFunction(
    () => document.querySelector('textarea')?.value.includes('1.8.3+b5'),
    undefined,
    { timeout: 10_000 },
  );
  assert.ok(!page.url().includes('ghcr'), page.url());
}
