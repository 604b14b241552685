import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { attempt, run, type Outcome } from '../../process/run.ts';
import { devRegistry } from '../../registries/devRegistry.ts';
import type { RunningRegistry } from '../../registries/registry.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';

const LIMIT_MS = 30_000;

/** A registry with two versions of a chart, both signed with a key, and a folder with what was pushed. */
export class Ground {
  readonly #tools: Toolbox;
  readonly #folder: string;
  readonly #registry: RunningRegistry;
  #digest = '';

  static async start(tools: Toolbox, folder: string): Promise<Ground> {
    const registry = await devRegistry.start(tools, folder);
    const ground = new Ground(tools, folder, registry);
    try {
      await ground.#fill();
    } catch (error) {
      await registry.stop();
      throw error;
    }
    return ground;
  }

  private constructor(
    tools: Toolbox,
    folder: string,
    registry: RunningRegistry,
  ) {
    this.#tools = tools;
    this.#folder = folder;
    this.#registry = registry;
  }

  stop(): Promise<void> {
    return this.#registry.stop();
  }

  /** The text with what is true here. */
  fill(text: string): string {
    return text
      .replaceAll('HOST', this.#registry.host)
      .replaceAll('DIGEST', this.#digest);
  }

  /**
   * Runs a script in a folder of its own, with the chart, its archives and the key. `helm` and `cosign` are scripts that add what a registry
   * without TLS and without a transparency log needs, and hand everything else on as it stands.
   */
  async play(
    script: string,
    helm: 'helm' | 'helm3',
    files: Record<string, string> = {},
  ): Promise<Outcome> {
    const folder = join(this.#folder, 'play');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const name of readdirSync(join(this.#folder, 'made'))) {
      copyFileSync(join(this.#folder, 'made', name), join(folder, name));
    }
    cpSync(join(this.#folder, 'payments'), join(folder, 'payments'), {
      recursive: true,
    });
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    return attempt('sh', ['-c', script], {
      cwd: folder,
      env: this.#env(helm),
      limitMs: LIMIT_MS,
    });
  }

  async #fill(): Promise<void> {
    const chart = join(this.#folder, 'payments');
    const made = join(this.#folder, 'made');
    mkdirSync(join(chart, 'templates'), { recursive: true });
    mkdirSync(made);
    this.#layOut();
    const env = this.#env('helm');
    for (const version of ['1.8.2', '1.8.3+b5']) {
      writeFileSync(
        join(chart, 'Chart.yaml'),
        `apiVersion: v2\nname: payments\nversion: ${version}\n`,
      );
      await run('helm', ['package', chart], { cwd: made, env });
      const archive = `payments-${version}.tgz`;
      await run(
        'helm',
        ['push', archive, `oci://${this.#registry.host}/acme/charts`],
        { cwd: made, env },
      );
    }
    await run('cosign', ['generate-key-pair'], { cwd: made, env });
    const pulled = await run(
      'helm',
      [
        'pull',
        this.fill('oci://HOST/acme/charts/payments'),
        '--version',
        '1.8.2',
      ],
      { cwd: this.#folder, env },
    );
    [this.#digest] = /sha256:[0-9a-f]{64}/.exec(
      pulled.stdout + pulled.stderr,
    ) ?? [''];
    for (const reference of [`payments@${this.#digest}`, 'payments:1.8.3_b5']) {
      await run(
        'cosign',
        [
          'sign',
          '--yes',
          '--key',
          'cosign.key',
          `${this.#registry.host}/acme/charts/${reference}`,
        ],
        { cwd: made, env },
      );
    }
  }

  #layOut(): void {
    for (const helm of ['helm', 'helm3'] as const) {
      const bin = join(this.#folder, `bin-${helm}`);
      mkdirSync(bin);
      if (this.#tools.get(helm)?.path !== undefined) {
        write(join(bin, 'helm'), helmScript(installed(this.#tools, helm)));
      }
      write(
        join(bin, 'cosign'),
        cosignScript(
          installed(this.#tools, 'cosign'),
          join(this.#folder, 'signing.json'),
        ),
      );
    }
    writeFileSync(
      join(this.#folder, 'signing.json'),
      '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.2+json"}',
    );
  }

  #env(helm: 'helm' | 'helm3'): NodeJS.ProcessEnv {
    return {
      PATH: `${join(this.#folder, `bin-${helm}`)}:${process.env.PATH}`,
      HOME: this.#folder,
      COSIGN_PASSWORD: '',
      // Nothing beyond loopback is asked for.
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: '127.0.0.1,oci',
    };
  }
}

function write(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o755 });
}

function helmScript(program: string): string {
  return `#!/bin/sh
case "$1 $2" in
  push* | pull* | template* | show* | 'dependency update' | 'registry login') exec ${program} "$@" --plain-http ;;
esac
exec ${program} "$@"
`;
}

/** With a key the log is left out, which is what the other rules are not about. */
function cosignScript(program: string, signing: string): string {
  return `#!/bin/sh
case $1 in
  sign) exec ${program} "$@" --allow-http-registry --signing-config ${signing} ;;
  verify) case $* in
    *--certificate-identity*) exec ${program} "$@" --allow-http-registry ;;
    *--key*) exec ${program} "$@" --allow-http-registry --insecure-ignore-tlog ;;
    *) exec ${program} "$@" --allow-http-registry ;;
  esac ;;
esac
exec ${program} "$@"
`;
}
