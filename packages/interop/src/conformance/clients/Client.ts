import { run } from '../../process/run.ts';

/** What a step of a client needs to know. */
export interface Scene {
  /** `127.0.0.1:port` */
  host: string;
  /** Whether the registry has the referrers API. */
  referrersApi: boolean;
  /** `host/acme/charts/payments` */
  repository: string;
  /** `repository@sha256:…`, once a chart was pushed. */
  chart: string;
  /** Its digest. */
  digest: string;
  /** Path of the archive that was pushed. */
  archive: string;
  /** A folder for the client's files and credentials; it is its home and where it runs. */
  folder: string;
  /** Runs a program there. Throws with its own words unless it ends with 0. */
  call(program: string, ...args: string[]): Promise<string>;
}

/** One thing that a real client does to the registry. */
export interface Step {
  /** Name of the tool in `tools.json`. */
  tool: string;
  does: string;
  /** Throws when the registry, or what the client says of it, is not as it must be. */
  play(program: string, scene: Scene): Promise<void>;
}

/** Clients take their credentials from Docker's file below HOME, and nothing else from this machine. */
export function callIn(folder: string): Scene['call'] {
  return async (program, ...args) => {
    const { stdout } = await run(program, args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TZ: 'UTC',
        // Nothing leaves the machine: cosign 2 would ask the internet for a trusted root. Go never asks a proxy for loopback.
        HTTPS_PROXY: 'http://127.0.0.1:9',
        HTTP_PROXY: 'http://127.0.0.1:9',
        COSIGN_PASSWORD: '',
        HELM_REGISTRY_CONFIG: `${folder}/.docker/config.json`,
      },
    });
    return stdout;
  };
}

/** @throws unless both are the same */
export function same(what: string, found: unknown, wanted: unknown): void {
  const [left, right] = [found, wanted].map(value => JSON.stringify(value));
  if (left !== right) {
    throw new Error(`${what} is ${left}, not ${right}`);
  }
}
