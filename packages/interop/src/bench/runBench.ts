import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRunnable, type Toolbox } from '../tools/toolbox.ts';
import type { BenchOptions } from './arguments.ts';
import { askTools } from './ask/askTools.ts';
import type { ToolAnswers } from './ask/ToolAnswers.ts';
import { allCells } from './cells/index.ts';
import type { Cell } from './cells/types.ts';
import { compare } from './compare/compare.ts';
import { toolAnswer } from './compare/compareVerdict.ts';
import { forEachOf } from './forEachOf.ts';
import type { Ground } from './ground/Ground.ts';
import { startGround } from './ground/startGround.ts';
import { makeCells, type Making } from './make/makeCells.ts';
import type { MadeCell } from './make/MadeCell.ts';
import type { CellOutcome } from './Outcome.ts';
import { appConfig, catalogOf } from './product/appConfig.ts';
import type { ProductView } from './product/ProductView.ts';
import { openApi, readProduct } from './product/readProduct.ts';
import { startBackend } from './product/startBackend.ts';

/** Without these nothing can be published and signed. */
const NEEDED = [
  ...['helm', 'oras', 'cosign', 'fulcio', 'timestamp-server', 'rekor-server'],
];

type Say = (line: string) => void;

/** Makes every chosen cell, asks the tools and the product about it, and compares. */
export async function runBench(
  tools: Toolbox,
  options: BenchOptions,
  say: Say,
): Promise<CellOutcome[]> {
  const cells = chosen(options);
  if (cells.length === 0) {
    return [];
  }
  const reason = notRunnable(tools, ...NEEDED);
  if (reason !== undefined) {
    return cells.map(cell => ({ cell, is: 'not-runnable', reason }));
  }
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-bench-'));
  try {
    const wanted = new Set(cells.map(({ registry }) => registry));
    const ground = await startGround(tools, wanted, folder, {
      rekorV1: cells.some(({ rekor1 }) => rekor1),
    });
    try {
      return await play(ground, cells, say);
    } finally {
      await ground.stop();
    }
  } finally {
    if (options.keep) {
      say(`everything is left in ${folder}`);
    } else {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function chosen({ full, only }: BenchOptions): Cell[] {
  return allCells()
    .filter(({ set }) => full || set === 'core')
    .filter(({ id }) => only.length === 0 || only.some(it => id.includes(it)));
}

async function play(
  ground: Ground,
  cells: Cell[],
  say: Say,
): Promise<CellOutcome[]> {
  say(`${cells.length} cells: publishing and signing`);
  const making = await makeCells(ground, cells);
  const made = making.flatMap(each => ('made' in each ? [each.made] : []));
  say(`asking the tools and the product about ${made.length} of them`);
  const answers = new Map<MadeCell, ToolAnswers | Error>();
  const [views] = await Promise.all([
    readAll(ground, made),
    forEachOf(made, 2, async each => {
      answers.set(each, await caught(askTools(ground, each)));
    }),
  ]);
  return making.map(each => outcomeOf(each, answers, views));
}

async function readAll(
  ground: Ground,
  made: MadeCell[],
): Promise<Map<MadeCell, ProductView | Error>> {
  const views = new Map<MadeCell, ProductView | Error>();
  if (made.length === 0) {
    return views;
  }
  const folder = join(ground.folder, 'product');
  mkdirSync(folder);
  const catalog = join(folder, 'catalog.yaml');
  writeFileSync(catalog, catalogOf(made));
  const backend = await startBackend(folder, appConfig(ground, made, catalog));
  try {
    const api = await openApi(backend.base);
    for (const each of made) {
      views.set(each, await caught(readProduct(api, each)));
    }
  } finally {
    await backend.stop();
  }
  return views;
}

function outcomeOf(
  making: Making,
  answers: ReadonlyMap<MadeCell, ToolAnswers | Error>,
  views: ReadonlyMap<MadeCell, ProductView | Error>,
): CellOutcome {
  const { cell } = making;
  if ('notRunnable' in making) {
    return { cell, is: 'not-runnable', reason: making.notRunnable };
  }
  if ('failed' in making) {
    return failed(cell, 'making it', making.failed);
  }
  const said = answers.get(making.made);
  const view = views.get(making.made);
  if (!said || said instanceof Error) {
    return failed(cell, 'asking the tools', said);
  }
  if (!view || view instanceof Error) {
    return failed(cell, 'asking the product', view);
  }
  const findings = compare(making.made, said, view);
  return findings.length === 0
    ? { cell, is: 'agreed', words: toolAnswer(cell, said).words }
    : { cell, is: 'disagreed', findings };
}

function failed(cell: Cell, what: string, error?: Error): CellOutcome {
  const lines = (error?.message ?? 'no answer').trim().split('\n');
  // The first line may be the whole command, token and all.
  const ours =
    lines.find(line => line.startsWith('Error:')) ?? lines.at(-1) ?? '';
  return {
    cell,
    is: 'disagreed',
    findings: [{ what, tools: 'it was to work', ours }],
  };
}

async function caught<Result>(work: Promise<Result>): Promise<Result | Error> {
  return work.catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
}
