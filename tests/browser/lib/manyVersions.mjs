import assert from 'node:assert/strict';

const COUNT = 2000;
const PAGE = 200;
const VERSIONS = /\/charts\/[^/]+\/versions(\?|$)/;

/** Versions of a chart as the API would give them, newest first, made from one real row. */
function manyRows(row) {
  return Array.from({ length: COUNT }, (_, index) => {
    const version = `${COUNT - index}.0.0`;
    const digest = `sha256:${(COUNT - index).toString(16).padStart(64, '0')}`;
    return {
      ...row,
      version,
      digest,
      newest: index === 0,
      prerelease: false,
      tags: [{ tag: version, moves: 0 }],
    };
  });
}

/** Puts 2,000 versions in place of what the backend has of one chart. */
async function answerWithMany(page) {
  let rows;
  let counts;
  await page.route(VERSIONS, async route => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor');
    // The backend knows nothing of the cursors given here, so only the first page is asked of it.
    if (cursor === null) {
      const real = await (await route.fetch()).json();
      rows = manyRows(real.items[0]);
      counts = { ...real.counts, verified: rows.length };
    }
    const start = Number(cursor ?? 0);
    const end = start + PAGE;
    await route.fulfill({
      json: {
        items: rows.slice(start, end),
        nextCursor: end < rows.length ? String(end) : null,
        total: rows.length,
        counts,
      },
    });
  });
}

/** Frames shown, and the longest pause between two, while the table is scrolled through from top to bottom. */
function scrollThrough(page) {
  return page.evaluate(async () => {
    const scroller = [
      ...document.querySelectorAll('[role=grid], [role=grid] *'),
    ].find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight * 5);
    const pauses = [];
    let last = performance.now();
    const step = scroller.scrollHeight / 120;
    while (
      scroller.scrollTop + scroller.clientHeight <
      scroller.scrollHeight - 1
    ) {
      scroller.scrollTop += step;
      await new Promise(resolve => requestAnimationFrame(resolve));
      const now = performance.now();
      pauses.push(now - last);
      last = now;
    }
    pauses.sort((a, b) => a - b);
    return {
      frames: pauses.length,
      median: pauses[pauses.length >> 1],
      longest: pauses.at(-1),
    };
  });
}

/**
 * A chart with 2,000 versions: few rows in the document, every version within reach, and neither scrolling nor filtering makes a
 * person wait. The bounds are wide, for machines that are busy.
 */
export async function checkManyVersions({ page, base }) {
  await answerWithMany(page);
  try {
    await page.goto(
      `${base}/catalog/default/component/payments/chart-provenance`,
    );
    const grid = page.getByRole('grid');
    await grid.waitFor({ timeout: 15_000 });
    await page
      .getByText(`${COUNT} of ${COUNT} versions`)
      .waitFor({ timeout: 30_000 });
    const rows = await page.getByRole('row').count();
    assert.ok(rows < 80, `${rows} rows in the document`);

    const { frames, median, longest } = await scrollThrough(page);
    console.log(
      `  2,000 versions: ${frames} frames, median ${median.toFixed(
        0,
      )} ms, longest ${longest.toFixed(0)} ms`,
    );
    assert.ok(median < 100, `a frame took ${median} ms`);
    await page
      .getByRole('link', { name: '1.0.0', exact: true })
      .waitFor({ timeout: 5000 });

    const began = Date.now();
    await page.getByPlaceholder(/filter/i).fill('1234.0.0');
    await page.getByText(`1 of ${COUNT} versions`).waitFor({ timeout: 5000 });
    console.log(`  filtered in ${Date.now() - began} ms`);
  } finally {
    await page.unroute(VERSIONS);
  }
}
