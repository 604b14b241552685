import { application, GitFolder } from './GitFolder';
import {
  decision,
  denial,
  DIGEST,
  runGate,
  StandIn,
  startStandIn,
} from './standIn';

export const CHARTS = 'oci://ghcr.io/acme/charts';
export const OTHER = `sha256:${'2'.repeat(64)}`;

/** An Application with a chart of Acme's. */
export const helm = (name: string, version: string) =>
  application(name, {
    repoURL: 'ghcr.io/acme/charts',
    chart: name,
    targetRevision: version,
  });

/** A pull request, and a gate that denies what is evil. */
export class PullRequest {
  repository = new GitFolder();

  static async start(): Promise<PullRequest> {
    return new PullRequest(await startStandIn());
  }

  private constructor(readonly server: StandIn) {}

  /** Begins anew. */
  renew(): void {
    this.repository.close();
    this.repository = new GitFolder();
    this.server.heard.length = 0;
    this.server.answer = ({ body }) => {
      const { reference } = Object(body);
      const [chart, digest = DIGEST] = String(reference).split('@');
      const place = chart.replace(/:[^:/]*$/, '');
      const resolved = `${place}@${digest}`;
      return place.includes('evil')
        ? { status: 412, body: denial({ reference, digest, resolved }) }
        : { body: decision({ reference, digest, resolved }) };
    };
  }

  /** Commits one state, then another on a branch; null removes a file. */
  change(
    before: Record<string, string | Buffer>,
    after: Record<string, string | Buffer | null>,
  ): void {
    const { repository } = this;
    Object.entries(before).forEach(([path, text]) =>
      repository.write(path, text),
    );
    repository.commit();
    repository.git('switch', '--quiet', '--create', 'pull');
    for (const [path, text] of Object.entries(after)) {
      if (text === null) {
        repository.git('rm', '--quiet', path);
      } else {
        repository.write(path, text);
      }
    }
    repository.commit();
  }

  /** Runs `gate --diff`. */
  diff = (...argv: string[]) =>
    runGate(
      ['--diff', 'main...HEAD', '--repository', this.repository.path, ...argv],
      { CHART_PROVENANCE_URL: this.server.url },
    );

  /** The references that were asked for. */
  get asked(): string[] {
    return this.server.heard
      .map(({ body }) => String(Object(body).reference))
      .sort();
  }

  async close(): Promise<void> {
    this.repository.close();
    await this.server.close();
  }
}
