import {
  Distrust,
  GateRequirements,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import {
  canonicalJson,
  GateEnvironment,
  policyHashOf,
} from 'backstage-plugin-chart-provenance-common/gate';
import { BoundedMap } from './BoundedMap';

const MAX_REMEMBERED = 1_000;

/** `policyHash` of decisions. Policies and distrust list are the operator's and stay as they are while the process runs, so each question is hashed once. */
export class PolicyHashes {
  readonly #policies: ReadonlyMap<string, TrustPolicy>;
  readonly #distrust: readonly Distrust[];
  readonly #known = new BoundedMap<string>(MAX_REMEMBERED);

  constructor(operator: {
    policies: readonly TrustPolicy[];
    distrust: readonly Distrust[];
  }) {
    this.#policies = new Map(operator.policies.map(one => [one.name, one]));
    this.#distrust = operator.distrust;
  }

  /** @param names - of the policies applied; those that are not configured are left out, and stand against the decision anyway */
  of(
    names: readonly string[],
    environment: GateEnvironment,
    require: GateRequirements,
  ): string {
    const key = canonicalJson([names, environment, require]);
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const hash = policyHashOf({
      policies: names.flatMap(name => this.#policies.get(name) ?? []),
      distrust: this.#distrust,
      environment,
      require,
    });
    this.#known.set(key, hash);
    return hash;
  }
}
