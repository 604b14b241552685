import {
  DoctorCheck,
  DoctorSection,
  SignerRequirement,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { checkOf, failed, Finding, ok, warning } from '../check';
import { materialOf } from './policiesUsing';
import { TrustSource } from './types';

/** Can each policy be met, does any rule ask for it, and has each rule one? */
export function policiesSection(source: TrustSource): DoctorSection {
  const { config } = source;
  return {
    id: 'policies',
    kind: 'policies',
    title: 'Policies',
    product: null,
    checks: [
      ...config.policies.map(policy =>
        checkOf(
          `policy:${policy.name}`,
          policy.name,
          policyFinding(source, policy),
        ),
      ),
      ...rulesCheck(source),
    ],
    notes: [],
  };
}

function policyFinding(source: TrustSource, policy: TrustPolicy): Finding {
  const { config } = source;
  const states = knownStates(source);
  const lacks = (signer: SignerRequirement) => {
    const { kind, id } = materialOf(signer);
    return !states.some(
      state => state.ok && state.kind === kind && state.id === id,
    );
  };
  const asked = [
    policy.anyOf,
    ...policy.requireAttestations.flatMap(({ anyOf }) =>
      anyOf ? [anyOf] : [],
    ),
  ];
  const lacking = asked.flat().filter(lacks).map(materialOf);
  const names = [...new Set(lacking.map(({ kind, id }) => `${kind} ${id}`))];
  if (asked.some(signers => signers.every(lacks))) {
    return failed(`It can never be met: ${names.join(', ')} cannot be used.`, {
      what: 'Correct the trust material it names.',
      who: 'operator',
    });
  }
  if (policy.anyOf.every(({ kind }) => kind === 'store')) {
    return failed(
      'It is never met yet: signatures of Notation are checked only so far, and leave it open.',
      {
        what: 'Let a key or an identity under a root sign as well, and name it in anyOf.',
        who: 'operator',
      },
    );
  }
  if (names.length > 0) {
    return warning(
      `Some of its signers are never proven: ${names.join(
        ', ',
      )} cannot be used.`,
      {
        what: 'Correct the trust material, or remove these signers.',
        who: 'operator',
      },
    );
  }
  const rules = config.rules.filter(({ rule }) =>
    [rule.policy ?? []].flat().includes(policy.name),
  ).length;
  if (rules === 0 && !policy.selectable) {
    return warning('No rule asks for it, and no entity may.', {
      what: 'Name it under repositories, mark it selectable, or remove it.',
      who: 'operator',
    });
  }
  const selectable = policy.selectable ? ', and entities may ask for it' : '';
  return ok(
    `It can be met; ${rules} rule${
      rules === 1 ? ' asks' : 's ask'
    } for it${selectable}.`,
  );
}

/** What only the backend fetches is taken for usable where there is none. */
function knownStates({ config, materials, refreshes, now }: TrustSource) {
  const fetched = config.trust.roots
    .filter(({ id, source }) => source.type === 'tuf' && !refreshes.has(id))
    .map(({ id }) => id);
  return materials.states(now).map(state => ({
    ...state,
    ok: state.ok || (state.kind === 'root' && fetched.includes(state.id)),
  }));
}

function rulesCheck({ config }: TrustSource): DoctorCheck[] {
  if (config.rules.length === 0) {
    return [
      checkOf(
        'rules',
        'Rules',
        warning('No rule names a repository: nothing is read.', {
          what: 'Say under registries[].repositories what may be read, and whose it is.',
          who: 'operator',
        }),
      ),
    ];
  }
  const without = config.rules.filter(
    ({ rule }) => [rule.policy ?? []].flat().length === 0,
  );
  const named = without.map(({ rule }) => `${rule.registry}/${rule.match}`);
  return [
    checkOf(
      'rules',
      'Rules',
      without.length === 0
        ? ok('Every rule has a policy.')
        : warning(
            `Nobody has said who may sign ${named.slice(0, 5).join(', ')}${
              named.length > 5 ? ` and ${named.length - 5} more` : ''
            }: what is signed there stays indeterminate.`,
            { what: 'Give these rules a policy.', who: 'operator' },
          ),
    ),
  ];
}
