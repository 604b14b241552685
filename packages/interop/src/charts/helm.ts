import { cpSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from '../process/run.ts';
import type { HelmSigner } from './helmSigner.ts';

const DIGEST = /^Digest: (sha256:[0-9a-f]{64})$/m;

export interface PackageRequest {
  /** Folder of the chart's source. */
  source: string;
  version: string;
  appVersion?: string;
  /** Becomes the archive's file times and so the manifest's `created`. */
  at: Date;
  /** Changes the staged copy of the source before it is packaged. */
  edit?: (folder: string) => void;
  /** Writes a provenance file beside the archive, which is then pushed with it. */
  signer?: HelmSigner;
}

/** Helm, as a release job at Acme runs it. */
export class Helm {
  private readonly program: string;
  private readonly folder: string;
  private readonly env: () => NodeJS.ProcessEnv;

  constructor(options: {
    program: string;
    /** For staged sources and archives. */
    folder: string;
    env: () => NodeJS.ProcessEnv;
  }) {
    this.program = options.program;
    this.folder = options.folder;
    this.env = options.env;
  }

  /** @returns the path of the packaged chart. */
  async package(request: PackageRequest): Promise<string> {
    const { signer } = request;
    const name = basename(request.source);
    const staged = join(this.folder, name);
    rmSync(staged, { recursive: true, force: true });
    cpSync(request.source, staged, { recursive: true });
    request.edit?.(staged);
    setTimes(staged, request.at);
    await run(
      this.program,
      [
        ...['package', staged, '--destination', this.folder],
        ...['--version', request.version],
        ...['--app-version', request.appVersion ?? request.version],
        ...(signer
          ? ['--sign', '--key', signer.key, '--keyring', signer.keyring]
          : []),
      ],
      { env: this.env() },
    );
    const archive = join(this.folder, `${name}-${request.version}.tgz`);
    utimesSync(archive, request.at, request.at);
    return archive;
  }

  /** @returns the digest that Helm says it pushed. */
  async push(archive: string, parent: string): Promise<string> {
    const outcome = await run(this.program, ['push', archive, parent], {
      env: this.env(),
    });
    const digest = DIGEST.exec(outcome.stdout + outcome.stderr)?.[1];
    if (!digest) {
      throw new Error(`helm push named no digest: ${outcome.stdout}`);
    }
    return digest;
  }
}

/** Helm 4 writes file times into the archive, so equal times make equal bytes. */
function setTimes(path: string, at: Date): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      setTimes(child, at);
    }
    utimesSync(child, at, at);
  }
}
