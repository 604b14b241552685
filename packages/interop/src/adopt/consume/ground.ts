import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, run, type Outcome } from '../../process/run.ts';
import { startExampleRegistry } from '../../registries/devRegistry.ts';
import type { Cluster } from '../../services/kubernetes/kubernetesApi.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';
import type { ExpectedRecord } from '../../verify/expectedRecords.ts';
import { snippetInput, type Input, type Text } from './product.ts';
import { startVersionedApi } from './versionedApi.ts';

const EXAMPLES = fileURLToPath(
  new URL('../../../../../examples', import.meta.url),
);
const LIMIT_MS = 60_000;

/** A shell with the real tools, the example company's registry, and a cluster without nodes. */
export class Ground {
  readonly host: string;
  private readonly folder: string;
  private readonly bin: string;
  private readonly stopAll: () => Promise<void>;
  private made = 0;

  private constructor(options: {
    host: string;
    folder: string;
    bin: string;
    stop: () => Promise<void>;
  }) {
    this.host = options.host;
    this.folder = options.folder;
    this.bin = options.bin;
    this.stopAll = options.stop;
  }

  static async start(
    tools: Toolbox,
    cluster: Cluster,
    folder: string,
  ): Promise<Ground> {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const name of ['helm', 'cosign', 'kubectl']) {
      symlinkSync(installed(tools, name), join(bin, name));
    }
    const registry = await startExampleRegistry();
    const api = await startVersionedApi(cluster);
    const config = kubeconfig(api.url);
    writeFileSync(join(folder, 'kubeconfig'), config, { mode: 0o600 });
    const stop = async () => {
      await api.stop();
      await registry.stop();
    };
    return new Ground({ host: registry.host, folder, bin, stop });
  }

  stop(): Promise<void> {
    return this.stopAll();
  }

  /** What the example company's configuration says of one version of its charts. */
  input(chart: string, tag: string): Input {
    const { digest, chartLayerDigest } = recordOf(chart, tag);
    const plain = snippetInput();
    const trustedRoot = readFileSync(
      join(EXAMPLES, 'trust', 'trusted_root.json'),
      'utf8',
    );
    return {
      ...plain,
      chart: {
        ...plain.chart,
        registry: this.host,
        ...{ repository: `acme/charts/${chart}`, name: chart },
        ...{ registryKind: 'distribution', plainHttp: true },
        expectedSource: `github.com/acme/${chart}`,
      },
      version: {
        ...{ version: tag.replaceAll('_', '+'), tag, digest, chartLayerDigest },
        status: 'verified',
      },
      roots: [{ ...plain.roots[0], id: 'acme', type: 'file', trustedRoot }],
      policies: [
        {
          ...plain.policies[0],
          anyOf: [
            {
              ...{ kind: 'keyless', root: 'acme' },
              issuer: 'https://token.actions.githubusercontent.com',
              subjectPattern: `https://github\\.com/acme/${chart}/\\.github/workflows/release\\.yml@refs/tags/v[0-9A-Za-z.+-]+`,
            },
          ],
        },
      ],
      legacy: null,
    };
  }

  /** Puts a text's files into a folder of their own. @returns the folder */
  write({ files }: Pick<Text, 'files'>): string {
    this.made += 1;
    const folder = join(this.folder, `files-${this.made}`);
    for (const { path, text } of files) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  /** @param helm - another Helm than the first one */
  attempt(
    program: string,
    args: string[],
    cwd: string,
    more: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    return attempt(program, args, {
      ...{ cwd, limitMs: LIMIT_MS, env: { ...this.env(), ...more } },
    });
  }

  /** @throws with the program's own words when its exit code is not 0 */
  run(
    program: string,
    args: string[],
    cwd: string,
    more: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    return run(program, args, {
      ...{ cwd, limitMs: LIMIT_MS, env: { ...this.env(), ...more } },
    });
  }

  /** The same with another program under a name that scripts call. */
  pathWith(name: string, program: string): string {
    this.made += 1;
    const bin = join(this.folder, `bin-${this.made}`);
    mkdirSync(bin);
    symlinkSync(program, join(bin, name));
    return `${bin}:${this.env().PATH}`;
  }

  private env(): NodeJS.ProcessEnv {
    return {
      PATH: `${this.bin}:/usr/bin:/bin`,
      HOME: this.folder,
      KUBECONFIG: join(this.folder, 'kubeconfig'),
    };
  }
}

/** What is known of a version of the example company's charts. */
export function recordOf(chart: string, tag: string): ExpectedRecord {
  const { records }: { records: ExpectedRecord[] } = JSON.parse(
    readFileSync(join(EXAMPLES, 'expected.json'), 'utf8'),
  );
  const found = records.find(
    one => one.repository === `acme/charts/${chart}` && one.tag === tag,
  );
  if (!found) {
    throw new Error(`there is no ${chart} ${tag} among the examples`);
  }
  return found;
}

/** JSON is YAML too. */
function kubeconfig(server: string): string {
  const name = 'consume';
  return JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': name },
    clusters: [{ name, cluster: { server } }],
    users: [{ name, user: {} }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  });
}
