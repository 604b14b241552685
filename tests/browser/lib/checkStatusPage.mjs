import assert from 'node:assert/strict';

/** What the doctor must find in the example company: one registry well, one that nobody runs, and trust that is for the demo. */
const FOUND = [
  ['localhost:', '9 fine'],
  ['localhost:5999', 'Nothing listens at that address and port'],
  ['localhost:5999', 'Owner of the registry'],
  ['Root acme', 'A production start refuses it'],
  ['Policies', 'acme/charts/loyalty'],
];

/** The operator's page: reached from the navigation, read, and the doctor run by keyboard. */
export async function checkStatusPage({ page, base, shoot }) {
  await page.goto(base);
  await page.getByRole('link', { name: 'Chart provenance' }).first().click();
  const main = page.getByRole('main', { name: 'Status of the chart index' });
  await main.getByText(/charts known/).waitFor({ timeout: 15_000 });
  const failing = main.getByRole('row').filter({ hasText: 'localhost:5999' });
  await failing.getByText('1 of 1').waitFor({ timeout: 5000 });

  const run = main.getByRole('button', { name: /Run the doctor|Run again/ });
  await run.focus();
  await page.keyboard.press('Enter');
  await main
    .getByText(/failed · .* fine/)
    .first()
    .waitFor({ timeout: 60_000 });
  for (const [title, words] of FOUND) {
    const section = main.getByRole('group').filter({ hasText: title });
    await section.getByText(words).first().waitFor({ timeout: 5000 });
  }
  const all = await main.innerText();
  assert.ok(!all.includes('undefined'), 'nothing is left unsaid');
  await shoot('status');
}
