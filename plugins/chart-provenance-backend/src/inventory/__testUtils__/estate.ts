import { Entity } from '@backstage/catalog-model';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { makeClusters } from './estateClusters';
import { seeded } from './words';

/** A made-up company with its charts: the same for the same seed. */
export interface Estate {
  entities: Entity[];
  charts: EstateChart[];
  /** Everything the registry lists, images among it. */
  listing: string[];
  /** Names in the index of the legacy repository. */
  legacyNames: string[];
  /** By name of the cluster. */
  clusters: Map<string, ObservedConsumer[]>;
  /** What went into it, for people. */
  mess: Record<string, number>;
}

/** A chart, and what is true of it. */
export interface EstateChart {
  /** `oci://…` or `https://…#name`. */
  reference: string;
  /** Whose it is in truth; null for charts of others and for dead ones of nobody. */
  truth: string | null;
  /** Published in the registry: with what its Chart.yaml says. */
  published: {
    sources: string[];
    maintainers: { name: string; email?: string }[];
    /** Repository whose build signed it; null when it is not signed. */
    signedBy: string | null;
  } | null;
}

export const REGISTRY = 'registry.acme.dev';
export const LEGACY = 'https://charts.acme.dev';
const TEAMS = 24;
const OWN_NAMESPACES = 6;
const PUBLISHED = 165;
const DEAD = 10;

const WORDS =
  'account basket billing booking cart catalog checkout claim customer delivery fraud identity inventory invoice ledger loyalty media notification order partner payment pricing product profile rating refund review search shipping wallet'.split(
    ' ',
  );
const ROLES =
  'admin api archiver batch bff cache consumer cron exporter feed gateway hooks importer jobs mailer proxy scheduler sync web worker'.split(
    ' ',
  );
const OTHERS = [
  'oci://registry-1.docker.io/bitnamicharts/redis',
  'oci://registry-1.docker.io/bitnamicharts/postgresql',
  'oci://ghcr.io/kyverno/charts/kyverno',
  'https://kubernetes.github.io/ingress-nginx#ingress-nginx',
  'https://charts.jetstack.io#cert-manager',
];

/** A component, and where it comes from. */
export interface Service {
  name: string;
  namespace: string;
  team: string;
  source: string;
  annotations: Record<string, string>;
}

/** How many charts fit no convention is left to chance, with these shares. */
class EstateMaker {
  readonly #random: () => number;
  readonly #services: Service[];
  /** Those that have no chart yet. */
  readonly #left: Service[];
  readonly #libraries = service('helm-libraries', 'default', 'team-00');
  readonly #charts: EstateChart[] = [];
  readonly #legacyNames = new Set<string>();
  readonly #mess: Record<string, number> = {};

  constructor(random: () => number) {
    this.#random = random;
    this.#services = makeServices(share => this.#chance(share));
    this.#left = [...this.#services];
  }

  make(): Estate {
    while (this.#charts.length < PUBLISHED) {
      const at = Math.floor(this.#random() * this.#left.length);
      const [one] = this.#left.splice(at, 1);
      this.#chartOf(one);
    }
    for (let dead = 0; dead < DEAD; dead += 1) {
      this.#dead(dead);
    }
    for (const reference of OTHERS) {
      this.#count('of others');
      this.#charts.push({ reference, truth: null, published: null });
    }
    const everyone = [...this.#services, this.#libraries];
    return {
      entities: [...everyone.map(entityOf), ...people()],
      charts: this.#charts,
      listing: [
        ...this.#charts.flatMap(({ reference, published }) =>
          published ? [reference.slice(`oci://${REGISTRY}/`.length)] : [],
        ),
        ...this.#services.map(({ name }) => `acme/images/${name}`),
      ],
      legacyNames: [...this.#legacyNames],
      clusters: makeClusters(this.#charts, everyone, this.#random),
      mess: this.#mess,
    };
  }

  #chartOf(one: Service): void {
    const { name, namespace } = one;
    const style = this.#random();
    if (style < 0.08) {
      this.#count('libraries of the platform team');
      this.#publish(`acme/libraries/${name}-lib`, this.#libraries);
    } else if (style < 0.2) {
      this.#namedFreely(one);
    } else if (style < 0.26 && namespace === 'default') {
      this.#renamed(one);
    } else if (namespace !== 'default') {
      this.#count('in a namespace of its team');
      this.#publish(`acme/teams/${namespace}/${name}`, one);
    } else {
      this.#count('by the house’s convention');
      this.#publish(`acme/charts/${name}`, one);
    }
  }

  #namedFreely(one: Service): void {
    const { name, team } = one;
    this.#count('named as the team likes');
    const repository = `acme/helm/${team}/${name.replace(/-/g, '')}-chart`;
    const reference = `oci://${REGISTRY}/${repository}`;
    this.#publish(repository, one);
    if (!this.#chance(0.8)) {
      this.#count('named as the team likes, without an annotation');
      return;
    }
    annotate(one, 'charts', reference);
    if (this.#chance(0.08)) {
      this.#count('claimed twice, by copy and paste');
      annotate(this.#pick(this.#left), 'charts', reference);
    }
  }

  #renamed(one: Service): void {
    const { name } = one;
    this.#count('renamed on the way');
    const old = `${name.split('-')[0]}-${name.length}-legacy`;
    this.#publish(`acme/charts/${name}`, one);
    this.#legacyNames.delete(name);
    this.#legacyNames.add(old);
    if (this.#chance(0.7)) {
      const reference = `oci://${REGISTRY}/acme/charts/${name}`;
      annotate(one, 'legacy-charts', `${LEGACY}#${old}=${reference}`);
    } else {
      this.#count('renamed on the way, and nobody wrote it down');
    }
  }

  /** Only the index has it; the service may live on. */
  #dead(index: number): void {
    const alive = this.#chance(0.6)
      ? this.#pick(this.#left.filter(inDefault))
      : undefined;
    const name = alive?.name ?? `${this.#pick(WORDS)}-v${index}-old`;
    this.#count(alive ? 'dead, its service lives' : 'dead, of nobody');
    this.#legacyNames.add(name);
    this.#charts.push({
      reference: `${LEGACY}#${name}`,
      truth: alive ? refOf(alive) : null,
      published: null,
    });
  }

  #publish(repository: string, owner: Service): void {
    const { source, team } = owner;
    this.#charts.push({
      reference: `oci://${REGISTRY}/${repository}`,
      truth: refOf(owner),
      published: {
        sources: this.#chance(0.6) ? [`https://${source}`] : [],
        maintainers: this.#chance(0.4)
          ? [{ name: `${team} engineers`, email: `${team}@acme.dev` }]
          : [],
        signedBy: this.#chance(0.3) ? `https://${source}` : null,
      },
    });
    if (this.#chance(0.75)) {
      this.#legacyNames.add(repository.slice(repository.lastIndexOf('/') + 1));
    }
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)];
  }

  #count(what: string): void {
    this.#mess[what] = (this.#mess[what] ?? 0) + 1;
  }
}

/** Makes 180 charts, 600 services and 12 clusters. */
export function makeEstate(seed: number): Estate {
  const random = seeded(seed);
  return new EstateMaker(random).make();
}

function annotate(one: Service, key: string, value: string): void {
  const annotation = `chart-provenance/${key}`;
  const before = one.annotations[annotation];
  one.annotations[annotation] = before ? `${before} ${value}` : value;
}

function refOf({ namespace, name }: Service): string {
  return `component:${namespace}/${name}`;
}

function inDefault({ namespace }: Service): boolean {
  return namespace === 'default';
}

function service(name: string, namespace: string, team: string): Service {
  const source = `github.com/acme/${name}`;
  return { name, namespace, team, source, annotations: {} };
}

function makeServices(chance: (share: number) => boolean): Service[] {
  return WORDS.flatMap((word, index) =>
    ROLES.map(role => {
      const number = index % TEAMS;
      const team = `team-${String(number).padStart(2, '0')}`;
      const namespace = number < OWN_NAMESPACES ? team : 'default';
      const one = service(`${word}-${role}`, namespace, team);
      if (chance(0.3)) {
        one.source = `github.com/acme/${word}`;
      }
      if (chance(0.7)) {
        one.annotations['backstage.io/kubernetes-id'] = one.name;
      }
      return one;
    }),
  );
}

function entityOf({
  name,
  namespace,
  team,
  source,
  annotations,
}: Service): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace,
      annotations: {
        'backstage.io/source-location': `url:https://${source}/tree/main/`,
        ...annotations,
      },
    },
    spec: { type: 'service', owner: `group:default/${team}` },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${team}` }],
  };
}

function people(): Entity[] {
  return Array.from({ length: TEAMS }, (_, index) => {
    const name = `team-${String(index).padStart(2, '0')}`;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', profile: { email: `${name}@acme.dev` } },
      relations: [],
    };
  });
}
