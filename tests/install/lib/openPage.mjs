import { openBrowser } from '../../browser/lib/chromium.mjs';

const PAGE =
  'http://localhost:3000/catalog/default/component/example-website/chart-provenance';

/** Waits until the stock app answers, signs in as guest and reads the plugin's page. */
export async function openPage({ system }) {
  const limit = Date.now() + 240_000;
  for (const address of [
    'http://localhost:7007/.backstage/health/v1/readiness',
    'http://localhost:3000',
  ]) {
    for (;;) {
      const answer = await fetch(address).catch(() => undefined);
      if (answer?.ok) break;
      if (Date.now() > limit) throw new Error(`${address} does not answer`);
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
  const browser = await openBrowser();
  try {
    const { page } = browser;
    await page.goto(PAGE);
    await page
      .getByRole('button', { name: 'Enter' })
      .click({ timeout: 90_000 });
    await page
      .getByRole('region', { name: 'Chart provenance', exact: true })
      .waitFor({ timeout: 60_000 });
    const ours = browser.errors.filter(text => /chart-provenance/.test(text));
    if (ours.length)
      throw new Error(`${system}: errors in the console:\n${ours.join('\n')}`);
  } finally {
    await browser.close();
  }
}
