import assert from 'node:assert/strict';

/** How long after the backend is ready a verdict may take. */
const WITHIN_MS = 60_000;

const pageOf = (base, component) =>
  `${base}/catalog/default/component/${component}/chart-provenance`;

/** The row of a version: its first cell is the version and perhaps marks such as "new". */
function rowOf(page, version) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: version, exact: true }) });
}

/** Reads again, reloading, until `check` holds or time runs out; the last failure is the one reported. */
async function eventually(page, until, check) {
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await page.waitForTimeout(1000);
      await page.reload();
    }
  }
}

async function readTab(page, story) {
  const content = page.getByRole('region', {
    name: 'Chart provenance',
    exact: true,
  });
  await content.waitFor({ timeout: 15_000 });
  for (const [version, ...words] of story.rows) {
    const row = rowOf(page, version).first();
    await row.waitFor({ timeout: 4000 });
    const text = await row.innerText();
    for (const word of words) {
      assert.ok(
        text.includes(word),
        `${
          story.component
        } ${version}: "${word}" expected in "${text.replaceAll('\n', ' ')}"`,
      );
    }
  }
  if (story.charts) {
    const options = content
      .getByRole('combobox', { name: 'Chart' })
      .locator('option');
    assert.deepEqual(
      (await options.allInnerTexts()).sort(),
      [...story.charts].sort(),
    );
  }
  for (const words of story.see ?? []) {
    await content
      .getByText(words, { exact: false })
      .first()
      .waitFor({ timeout: 4000 });
  }
  const all = await content.innerText();
  for (const words of story.never ?? []) {
    assert.ok(
      !all.includes(words),
      `${story.component}: "${words}" must not stand there`,
    );
  }
}

async function readDrawer(page, { version, see }) {
  await rowOf(page, version)
    .first()
    .getByRole('link', { name: version, exact: true })
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.waitFor({ timeout: 10_000 });
  for (const words of see) {
    await drawer
      .getByText(words, { exact: false })
      .first()
      .waitFor({ timeout: 10_000 });
  }
}

/** Opens the page of one component and holds it against its story. `shoot(name)` takes a picture where one is asked for. */
export async function checkStory({ page, base, story, readyAt, shoot }) {
  const until = Math.max(readyAt + WITHIN_MS, Date.now() + 5000);
  await page.goto(pageOf(base, story.component));
  await eventually(page, until, () => readTab(page, story));
  if (story.screenshot) await shoot(story.screenshot);
  if (story.drawer) {
    await readDrawer(page, story.drawer);
    if (story.drawer.screenshot) await shoot(story.drawer.screenshot);
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .waitFor({ state: 'detached', timeout: 5000 });
  }
}
