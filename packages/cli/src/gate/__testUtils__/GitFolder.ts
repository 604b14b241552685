import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A Git repository in a folder of its own. */
export class GitFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'chart-provenance-diff-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.email', 'dana@acme.example');
    this.git('config', 'user.name', 'Dana');
    this.git('config', 'commit.gpgsign', 'false');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  write(path: string, text: string | Buffer): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  commit(): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return this.git('rev-parse', 'HEAD').trim();
  }

  close(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** An Argo CD Application that deploys a chart. */
export function application(
  name: string,
  source: { repoURL: string; targetRevision: string; chart?: string },
): string {
  const chart = source.chart ? `    chart: ${source.chart}\n` : '    path: .\n';
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
spec:
  source:
    repoURL: ${source.repoURL}
${chart}    targetRevision: ${source.targetRevision}
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`;
}

/** A Flux OCIRepository and a HelmRelease that uses it. */
export function ociRepository(name: string, ref: string): string {
  return `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: ${name}, namespace: shop }
spec:
  interval: 10m
  url: oci://ghcr.io/acme/charts/${name}
  ref: ${ref}
`;
}
