import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { KeySource } from '../pki/keySource.ts';
import { SEED_VARIABLE } from '../tools/buildOverlay.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import { createAuthorities, type Authorities } from './authorities.ts';
import { CertificateLog } from './certificateLog.ts';
import { Clock } from './clock.ts';
import { forwardTo, openFrontDoor, type FrontDoor } from './frontDoor.ts';
import { startFulcio } from './fulcio.ts';
import { HOSTS } from './hosts.ts';
import { OidcIssuer } from './oidcIssuer.ts';
import { RekorV1 } from './rekorV1.ts';
import { startTimestampAuthority } from './timestampAuthority.ts';
import { startTransparencyLog } from './transparencyLog.ts';

export interface SigstoreOptions {
  tools: Toolbox;
  /** Keys and logs live here, and with it they go. */
  folder: string;
  /** What answers at `HOSTS.registry`. Default: nothing is there. */
  registry?: RequestListener;
  /**
   * Makes keys, certificates, signatures and times the same in every run that does the same things in the same order. Whoever
   * knows it has every private key. Default: nothing is the same.
   */
  seed?: string;
  /** Also a log of version 1, where it can be had. Default false. */
  withRekorV1?: boolean;
}

/** A whole Sigstore on loopback, at any hour one likes. */
export class Sigstore {
  readonly clock: Clock;
  readonly actions: OidcIssuer;
  readonly gitlab: OidcIssuer;
  readonly accounts: OidcIssuer;
  readonly authorities: Authorities;
  readonly certificateLogKey: string;
  private readonly options: SigstoreOptions;
  private readonly certificateLog: CertificateLog;
  private readonly ports: Record<
    'fulcio' | 'rekor' | 'rekor1' | 'timestamp',
    number
  >;
  /** The log of version 1, or why there is none. */
  rekorV1: RekorV1 | { reason: string } = { reason: 'it was not started' };
  /** How many programs were given an environment. */
  private programs = 0;
  private frontDoor?: FrontDoor;
  private log?: Daemon;
  private timed: Daemon[] = [];

  private constructor(options: SigstoreOptions, ports: Sigstore['ports']) {
    this.options = options;
    this.ports = ports;
    this.clock = new Clock({ stands: options.seed !== undefined });
    const issuer = (host: string) =>
      new OidcIssuer(`https://${host}`, this.clock);
    this.actions = issuer(HOSTS.actions);
    this.gitlab = issuer(HOSTS.gitlab);
    this.accounts = issuer(HOSTS.accounts);
    const source = new KeySource(options.seed ?? randomUUID());
    this.certificateLog = new CertificateLog(this.clock, source);
    this.authorities = createAuthorities(options.folder, source);
    this.certificateLogKey = join(options.folder, 'ctlog.pub');
    writeFileSync(this.certificateLogKey, this.certificateLog.publicKeyPem());
  }

  static async start(options: SigstoreOptions): Promise<Sigstore> {
    const sigstore = new Sigstore(options, {
      fulcio: await freePort(),
      rekor: await freePort(),
      rekor1: await freePort(),
      timestamp: await freePort(),
    });
    try {
      await sigstore.open();
      return sigstore;
    } catch (error) {
      await sigstore.stop();
      throw error;
    }
  }

  /** What Acme's tools need in their environment to reach these services only. */
  env(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.options.folder,
      TZ: 'UTC',
      HTTPS_PROXY: this.frontDoor?.proxyUrl,
      SSL_CERT_FILE: this.authorities.frontDoorAuthority,
      COSIGN_PASSWORD: this.authorities.password,
      ...this.clock.env(),
      ...this.nextSeed(),
    };
  }

  /** Each program draws from a seed of its own, or two of them would make the same keys. */
  private nextSeed(): Record<string, string> {
    const { seed } = this.options;
    this.programs += 1;
    return seed === undefined
      ? {}
      : { [SEED_VARIABLE]: `${seed} ${this.programs}` };
  }

  /**
   * Fulcio, the timestamp authority and Rekor v1 read the hour once, when they
   * start; Rekor v1 begins an empty tree.
   */
  async setClock(at: Date): Promise<void> {
    this.clock.set(at);
    await this.stopTimed();
    const { tools, folder } = this.options;
    const env = () => this.env();
    // One after the other, so that one that does not start leaves none behind.
    this.timed.push(
      await startFulcio(installed(tools, 'fulcio'), this.ports.fulcio, {
        authorities: this.authorities,
        certificateLogKey: this.certificateLogKey,
        folder,
        env: env(),
      }),
    );
    this.timed.push(
      await startTimestampAuthority(
        installed(tools, 'timestamp-server'),
        this.ports.timestamp,
        this.authorities,
        env(),
      ),
    );
    if (this.rekorV1 instanceof RekorV1) {
      await this.rekorV1.restart(env());
    }
  }

  async stop(): Promise<void> {
    await this.stopTimed();
    await this.log?.stop();
    if (this.rekorV1 instanceof RekorV1) {
      await this.rekorV1.stop();
    }
    this.frontDoor?.close();
  }

  private async stopTimed(): Promise<void> {
    await Promise.all(this.timed.map(daemon => daemon.stop()));
    this.timed = [];
  }

  private async open(): Promise<void> {
    this.frontDoor = await openFrontDoor(
      {
        [HOSTS.registry]: this.options.registry ?? nothingThere,
        [HOSTS.actions]: this.actions.handle,
        [HOSTS.gitlab]: this.gitlab.handle,
        [HOSTS.accounts]: this.accounts.handle,
        [HOSTS.certificateLog]: this.certificateLog.handle,
        [HOSTS.fulcio]: forwardTo(this.ports.fulcio),
        [HOSTS.rekor]: forwardTo(this.ports.rekor),
        [HOSTS.rekor1]: forwardTo(this.ports.rekor1),
        [HOSTS.timestamp]: forwardTo(this.ports.timestamp),
      },
      this.authorities.frontDoor,
    );
    this.log = await startTransparencyLog(
      installed(this.options.tools, 'rekor-server'),
      this.ports.rekor,
      {
        authorities: this.authorities,
        folder: this.options.folder,
        env: this.env(),
      },
    );
    await this.openRekorV1();
  }

  private async openRekorV1(): Promise<void> {
    const { tools, folder, withRekorV1 = false } = this.options;
    const reason = withRekorV1
      ? RekorV1.notRunnable(tools)
      : 'it was not asked for';
    this.rekorV1 =
      reason === undefined
        ? await RekorV1.create(tools, folder, this.ports.rekor1)
        : { reason };
  }
}

const nothingThere: RequestListener = (_, response) => {
  response.writeHead(404).end();
};
