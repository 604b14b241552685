import { Knex } from 'knex';
import { TestClock } from '../../store/__testUtils__/testDatabases';
import { SigstoreLab } from '../../verification/__testUtils__/SigstoreLab';
import { Replica } from './ReplicaFixture';
import { Mirror, tufRoot } from './TrustFixture';
import { TufLab } from './TufLab';

/** A repository, its mirror, a clock, and the root that is configured to be from there. */
export class TrustWorld {
  readonly root = tufRoot({ thresholds: { tlog: 1, ctlog: 0, timestamp: 1 } });
  readonly firstRoot: string;

  private constructor(
    readonly trustedRoot: unknown,
    readonly lab: TufLab,
    readonly mirror: Mirror,
    readonly clock: TestClock,
  ) {
    this.firstRoot = lab.root;
  }

  static async make(): Promise<TrustWorld> {
    const { trustedRoot } = await SigstoreLab.create();
    const lab = new TufLab(trustedRoot);
    const mirror = await Mirror.start(lab.files);
    // tuf-js asks the system's clock; this one goes on from there.
    const clock = new TestClock();
    clock.advance(Date.now() - clock.now().getTime());
    return new TrustWorld(trustedRoot, lab, mirror, clock);
  }

  /** Another trusted root than the first. */
  readonly newer = () => ({ ...Object(this.trustedRoot), ctlogs: [] });

  readonly start = (
    knex: Knex,
    roots = [this.root],
    options: { lookMs?: number } = {},
  ): Promise<Replica> => {
    const { clock, mirror, firstRoot } = this;
    return Replica.start({
      ...{ knex, clock, mirror, roots, ...options },
      firstRoots: { acme: firstRoot, public: firstRoot },
    });
  };

  readonly stateOf = ({ keeper }: Replica, id = 'acme') =>
    keeper.states(this.clock.now()).get(id);
}
