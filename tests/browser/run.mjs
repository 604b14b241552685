// Runs the example company as a person would, twice, and reads its pages in a browser.
// `--screenshots` renews docs/screenshots; without it pictures go to tests/browser/output.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { checkAdopt, checkGate, checkLint } from './lib/checkAdopt.mjs';
import { openBrowser } from './lib/chromium.mjs';
import {
  checkDistrust,
  checkRequirementLink,
  checkSbom,
} from './lib/checkDrawer.mjs';
import { checkPart, checkSignOff, checkUnclaimed } from './lib/checkPart.mjs';
import { checkStory } from './lib/checkStory.mjs';
import { checkStatusPage } from './lib/checkStatusPage.mjs';
import { checkManyVersions } from './lib/manyVersions.mjs';
import { startDemo } from './lib/startDemo.mjs';
import { PART_STORIES } from './partStories.mjs';
import { STORIES } from './stories.mjs';

const SECOND_START_MS = 15_000;
const port = Number(process.env.PORT ?? 7007);
const registryPort = Number(process.env.REGISTRY_PORT ?? 5050);
const legacyPort = Number(process.env.LEGACY_PORT ?? 5080);
const clusterPort = Number(process.env.CLUSTER_PORT ?? 6101);
const ports = { port, registryPort, legacyPort, clusterPort };
const pictures = process.argv.includes('--screenshots')
  ? join(ROOT, 'docs', 'screenshots')
  : join(ROOT, 'tests', 'browser', 'output');

let passed = 0;
let failed = 0;
async function check(title, what) {
  try {
    await what();
    passed += 1;
    console.log(`✔ ${title}`);
  } catch (error) {
    failed += 1;
    console.log(
      `✖ ${title}\n  ${String(error.message).replaceAll('\n', '\n  ')}`,
    );
  }
}

/** What a browser reports when the page asks for something and the answer is a status this product means to give. */
const EXPECTED_ERRORS = [
  // The gate says no.
  /status of 412 \(Precondition Failed\) \(http:\/\/[^)]*\/gate\)$/,
];

async function withBrowser(what) {
  const browser = await openBrowser();
  const shoot = async name => {
    // A drawer that slides in is looked at when it stands; a skeleton that pulses for ever is not waited for.
    await browser.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect.getComputedTiming().endTime < 5000)
          .map(({ finished }) => finished),
      ),
    );
    await browser.page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  try {
    await what({ ...browser, shoot });
  } finally {
    await browser.close();
  }
}

async function readEverything(base, readyAt) {
  await withBrowser(async ({ page, errors, shoot }) => {
    for (const story of STORIES) {
      await check(`${story.component}: the page says what is so`, () =>
        checkStory({ page, base, story, readyAt, shoot }),
      );
    }
    for (const story of PART_STORIES) {
      const part = story.part || 'the tab';
      await check(`${story.component}, ${part}: the page says what is so`, () =>
        checkPart({ page, base, story, readyAt, shoot }),
      );
    }
    await check('payments: the SBOM, and what changed in it', () =>
      checkSbom({ page, base, shoot }),
    );
    await check('payments: a requirement leads to its evidence', () =>
      checkRequirementLink({ page, base, shoot }),
    );
    await check('the operator sees what distrust reaches', () =>
      checkDistrust({ page, base, shoot }),
    );
    await check('payments: a text is made for the chart, by keyboard', () =>
      checkAdopt({ page, base, shoot }),
    );
    await check('inventory: the gate is tried, and its log explains', () =>
      checkGate({ page, base, shoot }),
    );
    await check('a mistake in a reference is found, and mended', () =>
      checkLint({ page, base, shoot }),
    );
    await check('payments: an item is signed off, and stays so', () =>
      checkSignOff({ page, base, note: 'Announced in the guild.' }),
    );
    await check('a chart that nobody owns is given to whom is suggested', () =>
      checkUnclaimed({ page, base, shoot }),
    );
    await check('the operator sees the index and runs the doctor', () =>
      checkStatusPage({ page, base, shoot }),
    );
    await check(
      'payments: the overview card says it in a few words',
      async () => {
        await page.goto(`${base}/catalog/default/component/payments`);
        const card = page.getByRole('region', {
          name: 'Chart provenance overview',
        });
        for (const words of [
          'production',
          'payments 1.8.1',
          'Rejected: wrong identity',
          'Used by 3',
          'Move to OCI',
        ]) {
          await card.getByText(words).first().waitFor({ timeout: 15_000 });
        }
        await shoot('payments-overview');
      },
    );
    await check('backoffice: the card says what it deploys', async () => {
      await page.goto(`${base}/catalog/default/component/backoffice`);
      const card = page.getByRole('region', {
        name: 'Chart provenance overview',
      });
      await card.getByText('edge-cache 0.9.2').waitFor({ timeout: 15_000 });
      await card.getByText('Verified').first().waitFor({ timeout: 5000 });
      assert.match(await card.innerText(), /in both clusters/);
      await shoot('backoffice-overview');
    });
    await check('handbook: no card where there is no chart', async () => {
      await page.goto(`${base}/catalog/default/component/handbook`);
      await page.getByText('How we work').first().waitFor({ timeout: 15_000 });
      await page.waitForLoadState('networkidle');
      assert.equal(
        await page
          .getByRole('region', { name: 'Chart provenance overview' })
          .count(),
        0,
      );
    });
    await check('payments: 2,000 versions scroll and filter smoothly', () =>
      checkManyVersions({ page, base }),
    );
    await check('no error in the console', () => {
      const unexpected = errors.filter(
        text => !EXPECTED_ERRORS.some(pattern => pattern.test(text)),
      );
      assert.deepEqual([...new Set(unexpected)], []);
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-demo-'));
mkdirSync(pictures, { recursive: true });
try {
  const first = await startDemo({ ...ports, folder });
  console.log(
    `  first start ready after ${Math.round(first.readyAfterMs / 1000)} s`,
  );
  await readEverything(first.base, Date.now());
  await check('Ctrl-C stops everything', async () => {
    assert.deepEqual(await first.stop(), { code: 0, survivors: [] });
  });

  const second = await startDemo({ ...ports, folder });
  console.log(
    `  second start ready after ${(second.readyAfterMs / 1000).toFixed(1)} s`,
  );
  await check(
    `a second start is ready within ${SECOND_START_MS / 1000} s`,
    () => {
      assert.ok(
        second.readyAfterMs < SECOND_START_MS,
        `${second.readyAfterMs} ms`,
      );
    },
  );
  await check('what was indexed is kept, the tags’ history too', () =>
    withBrowser(async ({ page, shoot }) => {
      const story = STORIES.find(({ component }) => component === 'checkout');
      await checkStory({
        page,
        base: second.base,
        story: { ...story, screenshot: undefined, drawer: undefined },
        readyAt: 0,
        shoot,
      });
    }),
  );
  await check('Ctrl-C stops everything again', async () => {
    assert.deepEqual(await second.stop(), { code: 0, survivors: [] });
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
process.exit();
