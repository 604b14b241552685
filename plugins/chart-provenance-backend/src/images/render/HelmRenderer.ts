import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBounded, RunOutcome } from './runBounded';

/** What rendering a chart gave. */
export type Rendering =
  | { manifests: string }
  /** One sentence, of which the end may be the chart's own words; `mayPass`: it might go better another time. */
  | { problem: string; mayPass: boolean };

/** Renders charts. */
export interface Renderer {
  /** Names how it renders: with another name everything is rendered again. */
  readonly id: string;
  /**
   * Renders an archive with its own values. The archive was looked through before.
   *
   * @throws the signal's reason only
   */
  render(
    archive: Uint8Array,
    chartName: string,
    signal: AbortSignal,
  ): Promise<Rendering>;
}

/** Half of it is taken by the runtime before a chart is read, and never touched. */
const MAX_MEMORY_KIB = 3 * 1024 * 1024;
const MAX_OUTPUT = 8 * 1024 * 1024;
const MAX_SAID = 300;
const TOO_MUCH =
  'Rendering it took more memory or time than it is given, and was ended.';
/** The Go runtime's words. */
const OUT_OF_MEMORY =
  /^(?:fatal error|runtime[:/]).*(?:memory|allocate|pthread_create|stack)/m;
/** What Helm takes as the name of a release. */
const RELEASE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,51}[a-z0-9])?$/;
/** Leads nowhere: nothing listens on it. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Renders charts with the real `helm template`. A chart is a program that a stranger wrote, and Helm runs it: with no cluster, no network, no
 * plugins, no settings of anybody and an empty environment, in a folder of its own, and with bounds on everything.
 *
 * Helm fetches what `$ref` of a `values.schema.json` names, by HTTP and from files, and asks the loopback past every proxy: so schemas are not
 * looked at. Helm knows how not to since 3.16.
 */
export class HelmRenderer implements Renderer {
  readonly id: string;
  readonly #helm: string;
  readonly #timeoutMs: number;
  /** One at a time: a chart may well use a processor to its limit. */
  #last: Promise<unknown> = Promise.resolve();

  constructor({ helm, timeoutMs }: { helm: string; timeoutMs: number }) {
    this.#helm = helm;
    this.#timeoutMs = timeoutMs;
    this.id = `helm ${helm} ${timeoutMs}`;
  }

  render(
    archive: Uint8Array,
    chartName: string,
    signal: AbortSignal,
  ): Promise<Rendering> {
    const next = this.#last.then(() =>
      this.#render(archive, chartName, signal),
    );
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #render(
    archive: Uint8Array,
    chartName: string,
    signal: AbortSignal,
  ): Promise<Rendering> {
    signal.throwIfAborted();
    const folder = await mkdtemp(join(tmpdir(), 'chart-provenance-helm-'));
    try {
      const home = join(folder, 'home');
      await mkdir(home);
      await writeFile(join(folder, 'chart.tgz'), archive, { mode: 0o400 });
      const outcome = await runBounded({
        program: this.#helm,
        args: argsOf(chartName),
        folder,
        env: environmentOf(home),
        timeoutMs: this.#timeoutMs,
        maxMemoryKiB: MAX_MEMORY_KIB,
        maxOutput: MAX_OUTPUT,
        signal,
      });
      return this.#renderingOf(outcome, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #renderingOf(outcome: RunOutcome, folder: string): Rendering {
    switch (outcome.ended) {
      case 'done':
        return { manifests: outcome.output };
      case 'failed':
        if (OUT_OF_MEMORY.test(outcome.output)) {
          return { problem: TOO_MUCH, mayPass: true };
        }
        return {
          problem: `helm could not render it with its own values: ${said(
            outcome.output,
            folder,
          )}`,
          mayPass: false,
        };
      case 'timeout':
        return {
          problem: `Rendering it took longer than ${
            this.#timeoutMs / 1000
          } seconds, and was ended.`,
          mayPass: true,
        };
      case 'too-much-output':
        return {
          problem: `Rendered, it has more than ${MAX_OUTPUT} bytes.`,
          mayPass: false,
        };
      case 'killed':
        return { problem: TOO_MUCH, mayPass: true };
      case 'unbounded':
        return {
          problem:
            'Charts are not rendered here: this system sets no limits to the memory and time of a program.',
          mayPass: true,
        };
      default:
        return {
          problem: 'helm could not be started; see images.render.helm.',
          mayPass: true,
        };
    }
  }
}

function argsOf(chartName: string): string[] {
  const release = RELEASE_NAME.test(chartName) ? chartName : 'release-name';
  return [
    ...['template', release, './chart.tgz', '--namespace', 'default'],
    ...['--dry-run=client', '--skip-schema-validation', '--skip-tests'],
  ];
}

/** Nothing of the backend's own environment, which holds secrets and the way to a cluster. */
function environmentOf(home: string): Record<string, string> {
  return {
    HOME: home,
    TMPDIR: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    HELM_PLUGINS: join(home, 'plugins'),
    KUBECONFIG: join(home, 'kubeconfig'),
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    ALL_PROXY: NOWHERE,
    NO_PROXY: '',
    // One thread at work, and memory given back before the limit is met.
    GOMAXPROCS: '1',
    GOMEMLIMIT: '1GiB',
    MALLOC_ARENA_MAX: '1',
    GOTRACEBACK: 'none',
    LANG: 'C.UTF-8',
  };
}

/** One line of what helm said, of which a chart may have written the most. */
function said(output: string, folder: string): string {
  const line = output
    .replaceAll(folder, '')
    .replace(/^[^]*?^Error: /m, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID - 1)}…` : line;
}
