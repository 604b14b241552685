import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { installed } from '../tools/pins.ts';
import { createAuthorities, type Authorities } from './authorities.ts';
import { CertificateLog } from './certificateLog.ts';
import { Clock } from './clock.ts';
import { forwardTo, openFrontDoor, type FrontDoor } from './frontDoor.ts';
import { startFulcio } from './fulcio.ts';
import { HOSTS } from './hosts.ts';
import { OidcIssuer } from './oidcIssuer.ts';
import { startTimestampAuthority } from './timestampAuthority.ts';
import { startTransparencyLog } from './transparencyLog.ts';

export interface SigstoreOptions {
  /** Paths of the installed programs, by name. */
  tools: Map<string, string>;
  /** Keys and logs live here, and with it they go. */
  folder: string;
  registry: RequestListener;
}

/** A whole Sigstore on loopback, at any hour one likes. */
export class Sigstore {
  readonly clock = new Clock();
  readonly actions = new OidcIssuer(`https://${HOSTS.actions}`, this.clock);
  readonly accounts = new OidcIssuer(`https://${HOSTS.accounts}`, this.clock);
  readonly authorities: Authorities;
  readonly certificateLogKey: string;
  private readonly options: SigstoreOptions;
  private readonly certificateLog = new CertificateLog(this.clock);
  private readonly ports: Record<'fulcio' | 'rekor' | 'timestamp', number>;
  private frontDoor?: FrontDoor;
  private log?: Daemon;
  private timed: Daemon[] = [];

  private constructor(options: SigstoreOptions, ports: Sigstore['ports']) {
    this.options = options;
    this.ports = ports;
    this.authorities = createAuthorities(options.folder);
    this.certificateLogKey = join(options.folder, 'ctlog.pub');
    writeFileSync(this.certificateLogKey, this.certificateLog.publicKeyPem());
  }

  static async start(options: SigstoreOptions): Promise<Sigstore> {
    const sigstore = new Sigstore(options, {
      fulcio: await freePort(),
      rekor: await freePort(),
      timestamp: await freePort(),
    });
    await sigstore.open();
    return sigstore;
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
    };
  }

  /** Fulcio and the timestamp authority read the hour once, when they start. */
  async setClock(at: Date): Promise<void> {
    this.clock.set(at);
    await this.stopTimed();
    const { tools, folder } = this.options;
    const env = this.env();
    // One after the other, so that one that does not start leaves none behind.
    this.timed.push(
      await startFulcio(installed(tools, 'fulcio'), this.ports.fulcio, {
        authorities: this.authorities,
        certificateLogKey: this.certificateLogKey,
        folder,
        env,
      }),
    );
    this.timed.push(
      await startTimestampAuthority(
        installed(tools, 'timestamp-server'),
        this.ports.timestamp,
        this.authorities,
        env,
      ),
    );
  }

  async stop(): Promise<void> {
    await this.stopTimed();
    await this.log?.stop();
    this.frontDoor?.close();
  }

  private async stopTimed(): Promise<void> {
    await Promise.all(this.timed.map(daemon => daemon.stop()));
    this.timed = [];
  }

  private async open(): Promise<void> {
    this.frontDoor = await openFrontDoor(
      {
        [HOSTS.registry]: this.options.registry,
        [HOSTS.actions]: this.actions.handle,
        [HOSTS.accounts]: this.accounts.handle,
        [HOSTS.certificateLog]: this.certificateLog.handle,
        [HOSTS.fulcio]: forwardTo(this.ports.fulcio),
        [HOSTS.rekor]: forwardTo(this.ports.rekor),
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
  }
}
