import { randomBytes } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { Result } from './Result';

/** `oci://…@sha256:…` of everything that may go on, each once. */
export function resolvedOf(results: readonly Result[]): string[] {
  const resolved = results.flatMap(({ outcome }) =>
    outcome.kind === 'proceed' ? outcome.resolved ?? [] : [],
  );
  return [...new Set(resolved)];
}

/**
 * Writes what was decided for the steps that follow: one reference a line in a file, and as the output `resolved` of a GitHub step. Lines are empty
 * unless everything may go on, so that no step deploys by those of an earlier run.
 */
export async function writeResolved(
  lines: readonly string[],
  { output, githubOutput }: { output?: string; githubOutput?: string },
): Promise<void> {
  if (output !== undefined) {
    await writeFile(output, lines.map(line => `${line}\n`).join(''), 'utf8');
  }
  if (githubOutput) {
    const end = `end-${randomBytes(16).toString('hex')}`;
    const text = ['resolved<<'.concat(end), ...lines, end].join('\n');
    await appendFile(githubOutput, `${text}\n`, 'utf8');
  }
}
