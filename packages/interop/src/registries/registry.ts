import type { Toolbox } from '../tools/toolbox.ts';

/** A registry that runs on loopback, over plain HTTP. */
export interface RunningRegistry {
  name: string;
  /** `127.0.0.1:port`, as it stands in a reference. */
  host: string;
  /** It has the referrers API; otherwise clients keep an index under a tag. */
  referrers: boolean;
  /** It answers only to these, by Basic authentication or the token flow. */
  credentials?: Credentials;
  /** May be called twice. */
  stop(): Promise<void>;
}

export interface Credentials {
  username: string;
  password: string;
}

/** A kind of registry that the bench can start. */
export interface RegistryKind {
  name: string;
  referrers: boolean;
  /** @returns why it cannot run here, in one line; nothing when it can. */
  notRunnable(tools: Toolbox): string | undefined;
  /**
   * @param folder - for what it keeps; whoever made it removes it.
   * @throws with the registry's own words when it does not start.
   */
  start(tools: Toolbox, folder: string): Promise<RunningRegistry>;
}
