import {
  DoctorCheck,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { TrustState } from '../../verification';
import { checkOf, failed, Finding, ok, warning } from '../check';
import { ageFinding } from './ageFinding';
import { configuredMaterial } from './configuredMaterial';
import { demoFinding } from './demoFinding';
import { MaterialKind, policiesUsing } from './policiesUsing';
import { TrustSource } from './types';
import { keyWindowFinding, rootWindowFinding } from './windowFindings';

const TITLES: Record<MaterialKind, string> = {
  root: 'Root',
  key: 'Key',
  keyring: 'Keyring',
};

/** A section for each root, key and keyring. */
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
  const usable = checkOf('usable', 'Usable', usableFinding(state));
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

function usableFinding({ ok: usable, detail }: TrustState): Finding {
  return usable
    ? ok(detail)
    : failed(`${detail} Nothing is ever proven under it.`, {
        what: 'Correct it, or remove it from trust and policies.',
        who: 'operator',
      });
}

function windowFinding(
  { config, materials, now }: TrustSource,
  { kind, id }: TrustState,
): Finding | undefined {
  if (kind === 'root') {
    const material = materials.roots.find(root => root.id === id)?.material;
    return material && rootWindowFinding(material, now);
  }
  const configured = configuredMaterial(config.trust, kind, id);
  return configured && !('thresholds' in configured)
    ? keyWindowFinding(configured, now)
    : undefined;
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
