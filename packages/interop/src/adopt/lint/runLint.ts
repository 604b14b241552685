import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from '../../cluster/Steps.ts';
import { notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { COSIGN_CASES, HELM_CASES, type LintCase } from './cases.ts';
import { Ground } from './Ground.ts';
import { lintText } from './product.ts';

/**
 * Makes every mistake that Helm and cosign have words for with the real tools: they must say what the checker says that they say, and what
 * it corrects must work. @returns whether all was as it must be
 */
export async function runLint(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<boolean> {
  const reason = notRunnable(tools, 'helm', 'cosign');
  if (reason !== undefined) {
    throw new Error(reason);
  }
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-lint-'));
  const steps = new Steps(say);
  const ground = await Ground.start(tools, folder);
  try {
    const older = notRunnable(tools, 'helm3');
    for (const one of [...HELM_CASES, ...COSIGN_CASES]) {
      await steps.step(titleOf(one), () => makes(one, ground, 'helm'));
      if (
        older === undefined &&
        one.only === undefined &&
        HELM_CASES.includes(one)
      ) {
        await steps.step(`${titleOf(one)}, with Helm 3`, () =>
          makes(one, ground, 'helm3'),
        );
      }
    }
    if (older !== undefined) {
      say(`- left out: the same with Helm 3 (${older})`);
    }
  } finally {
    await ground.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  say(steps.summary());
  return steps.succeeded;
}

function titleOf({ rule, text, filename }: LintCase): string {
  return `${rule}: ${filename ?? text.replace(/\s+/g, ' ').slice(0, 90)}`;
}

async function makes(
  one: LintCase,
  ground: Ground,
  helm: 'helm' | 'helm3',
): Promise<void> {
  const text = ground.fill(one.text);
  const filename = one.filename ?? 'x.sh';
  const { findings, corrected } = lintText({ text, filename });
  const finding = findings.find(({ rule }) => rule === one.rule);
  if (!finding?.tool) {
    throw new Error(
      `It is not found, or nothing is said to be printed: ${JSON.stringify(
        findings,
      )}`,
    );
  }
  await prints(one, ground, helm, finding.tool.prints);
  if (!one.corrected) {
    return;
  }
  if (corrected === null) {
    throw new Error('It is not corrected');
  }
  const after = lintText({ text: corrected, filename }).findings;
  if (after.length > 0) {
    throw new Error(
      `The corrected text is found wrong: ${corrected}\n${JSON.stringify(
        after,
      )}`,
    );
  }
  const { exitCode, stdout, stderr } = await play(one, corrected, ground, helm);
  if (exitCode !== 0) {
    throw new Error(
      `The corrected text fails: ${corrected}\n${stderr}${stdout}`,
    );
  }
}

/** `…` stands for anything. */
async function prints(
  one: LintCase,
  ground: Ground,
  helm: 'helm' | 'helm3',
  expected: string,
): Promise<void> {
  const { exitCode, stdout, stderr } = await play(
    one,
    ground.fill(one.text),
    ground,
    helm,
  );
  const printed = `${stderr}${stdout}`;
  if ((exitCode === 0) !== (one.succeeds === true)) {
    throw new Error(`Exit code ${exitCode}: ${printed}`);
  }
  let at = 0;
  for (const part of expected.split('…')) {
    at = printed.indexOf(part, at);
    if (at < 0) {
      throw new Error(`Nowhere is printed ${expected}\n${printed}`);
    }
  }
}

function play(
  one: LintCase,
  text: string,
  ground: Ground,
  helm: 'helm' | 'helm3',
) {
  return one.filename === undefined
    ? ground.play(text, helm)
    : ground.play(one.run ?? 'true', helm, { [one.filename]: text });
}
