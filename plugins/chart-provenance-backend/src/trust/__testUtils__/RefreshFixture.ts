import { SigstoreLab } from '../../verification/__testUtils__/SigstoreLab';
import { TrustFailureCode } from '../TrustFailure';
import { refreshOverTuf, RefreshedMetadata } from '../tuf/refreshOverTuf';
import { Mirror, sourceFrom } from './TrustFixture';
import { TufLab } from './TufLab';

/** A repository and a mirror of it, which whoever tests may have lie. */
export class RefreshFixture {
  readonly firstRoot: string;

  private constructor(
    readonly trustedRoot: unknown,
    readonly lab: TufLab,
    readonly mirror: Mirror,
  ) {
    this.firstRoot = lab.root;
  }

  static async start(): Promise<RefreshFixture> {
    const { trustedRoot } = await SigstoreLab.create();
    const lab = new TufLab(trustedRoot);
    const mirror = await Mirror.start(lab.files);
    return new RefreshFixture(trustedRoot, lab, mirror);
  }

  /** Another trusted root than the first. */
  get newer(): unknown {
    return { ...Object(this.trustedRoot), tlogs: [] };
  }

  /** Refreshes; what the mirror was asked for is in its `paths`. */
  refresh(
    stored: RefreshedMetadata | null = null,
    signal: AbortSignal = new AbortController().signal,
    target = 'trusted_root.json',
  ): Promise<RefreshedMetadata> {
    const { mirror, firstRoot } = this;
    mirror.paths.splice(0);
    return refreshOverTuf({
      source: { ...sourceFrom(firstRoot), target },
      ...{ stored, signal },
      openEgress: mirror.openEgress,
      now: () => new Date(),
      timeouts: { totalMs: 1_000 },
    });
  }

  /** Replaces a file of the mirror. */
  set(path: string, text: string | Buffer | undefined): void {
    this.mirror.files.set(path, Buffer.from(text ?? ''));
  }

  /** Changes a file of the mirror. */
  change(path: string, edit: (text: string) => string): void {
    this.set(path, edit(String(this.mirror.files.get(path))));
  }

  /** Path of the newest target. */
  get newestTarget(): string {
    const targets = [...this.lab.files.keys()].filter(path =>
      path.startsWith('targets/'),
    );
    return targets[targets.length - 1];
  }

  /** What comes of an attack for somebody who already has version 2 of everything. */
  async meet(attack: Attack[1]): Promise<RefreshedMetadata> {
    const old = this.lab.copy();
    this.lab.publish();
    const known = await this.refresh();
    if (known.verified.timestampVersion !== 2) {
      throw new Error('The attack would not meet what it is meant for');
    }
    attack(this, old);
    return this.refresh(known);
  }
}

/** A row of a table of attacks; `old` is the mirror at version 1. */
export type Attack = [
  name: string,
  attack: (fixture: RefreshFixture, old: Map<string, Buffer>) => void,
  code: TrustFailureCode,
  words: RegExp,
];
