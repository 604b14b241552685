import {
  DoctorCheck,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { TrustState } from '../../verification';
import { checkOf, failed, Finding, ok, unknown, warning } from '../check';
import { ageFinding } from './ageFinding';
import { demoFinding } from './demoFinding';
import { MaterialKind, policiesUsing } from './policiesUsing';
import { TrustSource } from './types';
import { keyWindowFinding, rootWindowFinding } from './windowFindings';

const TITLES: Record<MaterialKind, string> = {
  root: 'Root',
  key: 'Key',
  keyring: 'Keyring',
  store: 'Store',
};

/** A section for each root, key, keyring and store. */
export async function trustSections(
  source: TrustSource,
): Promise<DoctorSection[]> {
  const states = source.materials.states(source.now);
  return Promise.all(
    states.map(async state => ({
      id: `${state.kind}:${state.id}`,
      kind: 'trust' as const,
      title: `${TITLES[state.kind]} ${state.id}`,
      product: null,
      checks: await checksOf(source, state),
      notes: [],
    })),
  );
}

async function checksOf(
  source: TrustSource,
  state: TrustState,
): Promise<DoctorCheck[]> {
  const usable = checkOf('usable', 'Usable', usableFinding(source, state));
  if (!state.ok) {
    return [usable];
  }
  const window = windowFinding(source, state);
  return [
    usable,
    ...(window ? [checkOf('window', 'In force', window)] : []),
    checkOf('age', 'Age', await ageFinding(source, state)),
    checkOf('used', 'Used by', usedFinding(source, state)),
    checkOf('demo', 'Meant for this', demoFinding(source, state)),
  ];
}

function usableFinding(source: TrustSource, state: TrustState): Finding {
  const { ok: usable, detail } = state;
  if (usable) {
    return ok(detail);
  }
  const refresh = isFetched(source, state)
    ? source.refreshes.get(state.id)
    : undefined;
  if (isFetched(source, state) && !refresh) {
    return unknown('Only the backend fetches it; from here it is not known.');
  }
  return failed(
    `${detail} Nothing is ever proven under it.${
      refresh?.problem ? ` The last try failed: ${refresh.problem}` : ''
    }`,
    {
      what: 'Correct it, or remove it from trust and policies.',
      who: 'operator',
    },
  );
}

/** A root of which there is nothing but what is fetched. */
function isFetched(
  { config: { trust } }: TrustSource,
  { kind, id }: TrustState,
): boolean {
  const root = kind === 'root' && trust.roots.find(one => one.id === id);
  return root !== false && root?.source.type === 'tuf';
}

function windowFinding(
  { config, materials, now }: TrustSource,
  { kind, id }: TrustState,
): Finding | undefined {
  if (kind === 'root') {
    const material = materials.roots.find(root => root.id === id)?.material;
    return material && rootWindowFinding(material, now);
  }
  if (kind === 'store') {
    const store = materials.stores.find(one => one.id === id);
    return store && keyWindowFinding({ validUntil: store.lastUntil }, now);
  }
  const { keys, keyrings } = config.trust;
  const configured = (kind === 'key' ? keys : keyrings).find(
    one => one.id === id,
  );
  return configured && keyWindowFinding(configured, now);
}

function usedFinding({ config }: TrustSource, { kind, id }: TrustState) {
  const names = policiesUsing(config.policies, kind, id);
  return names.length > 0
    ? ok(
        `${names.length === 1 ? 'The policy' : 'The policies'} ${names.join(
          ', ',
        )}.`,
      )
    : warning('No policy asks for it: whatever it proves counts for nothing.', {
        what: 'Name it in a policy, or remove it.',
        who: 'operator',
      });
}
