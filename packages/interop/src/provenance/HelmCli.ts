import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { attempt, run, type Outcome } from '../process/run.ts';

/** What Helm said of a provenance file. */
export interface HelmWord {
  ok: boolean;
  /** The last line of its complaint. */
  said?: string;
}

/** One version of Helm, with a home of its own. */
export class HelmCli {
  readonly title: string;
  private readonly program: string;
  private readonly folder: string;

  constructor(title: string, program: string, folder: string) {
    this.title = title;
    this.program = program;
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Packages and signs a chart.
   *
   * @returns the path of the archive, in a folder of its own: Helm 3 never makes the same bytes twice. The provenance file lies beside it.
   */
  async package(
    source: string,
    version: string,
    signer: { key: string; secretRing: string },
  ): Promise<string> {
    const destination = mkdtempSync(join(this.folder, 'packaged-'));
    await run(
      this.program,
      [
        ...['package', source, '--version', version],
        ...['--destination', destination],
        ...['--sign', '--key', signer.key, '--keyring', signer.secretRing],
      ],
      { env: this.env() },
    );
    return join(destination, `${basename(source)}-${version}.tgz`);
  }

  /** `helm verify`, of an archive with this provenance file beside it. */
  async verify(archive: string, prov: string, ring: string): Promise<HelmWord> {
    const staged = this.stage(archive, prov);
    const args = ['verify', staged, '--keyring', ring];
    return wordOf(await attempt(this.program, args, { env: this.env() }));
  }

  /** `helm push` of both, and `helm pull --verify` of what then lies in the registry. */
  async pull(
    archive: string,
    prov: string,
    ring: string,
    from: { parent: string; name: string; version: string },
  ): Promise<HelmWord> {
    const env = this.env();
    const staged = this.stage(archive, prov);
    await run(this.program, ['push', staged, from.parent, '--plain-http'], {
      env,
    });
    const target = join(this.folder, 'pulled');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    return wordOf(
      await attempt(
        this.program,
        [
          ...['pull', `${from.parent}/${from.name}`, '--version', from.version],
          ...['--plain-http', '--verify', '--keyring', ring],
          ...['--destination', target],
        ],
        { env },
      ),
    );
  }

  private stage(archive: string, prov: string): string {
    const folder = join(this.folder, 'staged');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const staged = join(folder, basename(archive));
    cpSync(archive, staged);
    writeFileSync(`${staged}.prov`, prov);
    return staged;
  }

  private env(): NodeJS.ProcessEnv {
    const home = dirname(this.folder);
    return {
      PATH: process.env.PATH,
      HOME: home,
      HELM_CACHE_HOME: `${home}/cache`,
    };
  }
}

/** `sha256:…` of a file. */
export function digestOf(path: string): string {
  return `sha256:${createHash('sha256')
    .update(readFileSync(path))
    .digest('hex')}`;
}

function wordOf({ exitCode, stderr }: Outcome): HelmWord {
  if (exitCode === 0) {
    return { ok: true };
  }
  const said = stderr.trim().split('\n').at(-1) ?? '';
  // Paths of this machine tell nobody anything.
  return {
    ok: false,
    said: said.replace(/\/\S*\/(?=[^/\s]+)/g, '').slice(0, 200),
  };
}
