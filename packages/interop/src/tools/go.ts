import { attempt } from '../process/run.ts';

/** The one line to print where there is no Go. */
export const NO_GO =
  'Go is needed to build helm, cosign and the signing services: install Go 1.26 or newer and try again.';

/** @returns where Go's own source is, or nothing when there is no Go. */
export async function findGo(): Promise<string | undefined> {
  const outcome = await attempt('go', ['env', 'GOROOT'], {
    env: process.env,
  }).catch(() => undefined);
  return outcome?.exitCode === 0 ? outcome.stdout.trim() : undefined;
}

/** What Go said about a failure, in one line and without its progress. */
export function goWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !/^go: (downloading|finding|found) /.test(line));
  return lines.slice(0, 6).join(' ').slice(0, 600) || 'Go said nothing';
}
