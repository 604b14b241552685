// What the payments team does: package a chart once, hand the archive in at the chart repository, push the same archive to the registry.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Helm } from '../../../packages/interop/src/charts/helm.ts';
import { run } from '../../../packages/interop/src/process/run.ts';
import { installed } from '../../../packages/interop/src/tools/toolbox.ts';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const DIGEST = /^Digest: (sha256:[0-9a-f]{64})$/m;

/** Packages, publishes and withdraws versions of `payments`, with the real Helm. */
export class Charts {
  #estate;
  #helm;
  #env;

  constructor(estate) {
    const { folder, tools } = estate;
    this.#estate = estate;
    this.#helm = installed(tools, 'helm');
    this.#env = { PATH: process.env.PATH, HOME: folder, TZ: 'UTC' };
  }

  /** @returns the path of the archive */
  async package(version, at) {
    const folder = join(this.#estate.folder, 'packaged');
    mkdirSync(folder, { recursive: true });
    const helm = new Helm({
      program: this.#helm,
      folder,
      env: () => this.#env,
    });
    return helm.package({
      source: join(ROOT, 'examples/charts/payments'),
      version,
      at: new Date(at),
    });
  }

  /** Hands archives in at the chart repository: they lie beside a new index. */
  async publish(...archives) {
    const { legacyFolder } = this.#estate;
    for (const archive of archives) {
      copyFileSync(archive, join(legacyFolder, basename(archive)));
    }
    await run(this.#helm, ['repo', 'index', legacyFolder], { env: this.#env });
  }

  /** @returns the manifest digest that Helm says it pushed */
  async push(archive) {
    const { registry } = this.#estate;
    const { stdout } = await run(
      this.#helm,
      ['push', archive, `oci://${registry.host}/acme/charts`, '--plain-http'],
      { env: this.#env },
    );
    return DIGEST.exec(stdout)[1];
  }

  /** Somebody turns the chart repository off: everything answers 404. */
  takeAway() {
    const { legacyFolder } = this.#estate;
    renameSync(legacyFolder, `${legacyFolder}-away`);
    mkdirSync(legacyFolder);
  }

  /** Somebody had a backup. */
  putBack() {
    const { legacyFolder } = this.#estate;
    if (existsSync(`${legacyFolder}-away`)) {
      rmSync(legacyFolder, { recursive: true });
      renameSync(`${legacyFolder}-away`, legacyFolder);
    }
  }

  /** @returns names of the archives that the chart repository has */
  archives() {
    return readdirSync(this.#estate.legacyFolder).filter(name =>
      name.endsWith('.tgz'),
    );
  }
}
