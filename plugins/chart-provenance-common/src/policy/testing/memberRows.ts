import { ReasonCode, Signer } from '../../verdict/types';
import { SignerRequirement } from '../types';
import { asksKeyless, keyless, policy, proven } from './judgeInputs';
import { Row } from './signatures';

type Keyless = Extract<Signer, { kind: 'keyless' }>;
type Members = Partial<
  Pick<
    Keyless,
    'sourceRepositoryId' | 'sourceOwnerId' | 'trigger' | 'runnerEnvironment'
  >
>;

const ALL: Members = {
  sourceRepositoryId: '101',
  sourceOwnerId: '7',
  trigger: 'push',
  runnerEnvironment: 'github-hosted',
};

function asking(members: Members): SignerRequirement {
  return { ...asksKeyless, ...members };
}

function row(
  what: string,
  says: Members,
  asks: Members,
  code?: ReasonCode,
): Row {
  return [
    what,
    {
      items: [proven({ ...keyless, ...says }, 'e0')],
      chart: { policies: [policy({ anyOf: [asking(asks)] })] },
    },
    code ? 'rejected' : 'verified',
    [code ?? 'policy-met'],
  ];
}

/** What a policy may ask of a certificate beside issuer and subject. */
export const memberRows: Row[] = [
  row('all that a policy may ask of a certificate', ALL, ALL),
  row('a certificate that says more than is asked', ALL, {}),
  row(
    'a repository given up and registered by another',
    { ...ALL, sourceRepositoryId: '666' },
    { sourceRepositoryId: '101' },
    'wrong-source',
  ),
  row(
    'an owner given up and registered by another',
    { ...ALL, sourceOwnerId: '666' },
    { sourceOwnerId: '7' },
    'wrong-source',
  ),
  row(
    'an id with the same number, written otherwise',
    { ...ALL, sourceRepositoryId: '0101' },
    { sourceRepositoryId: '101' },
    'wrong-source',
  ),
  row(
    'another event',
    { ...ALL, trigger: 'pull_request_target' },
    { trigger: 'push' },
    'wrong-identity',
  ),
  row(
    'a runner of somebody’s own',
    { ...ALL, runnerEnvironment: 'self-hosted' },
    { runnerEnvironment: 'github-hosted' },
    'wrong-identity',
  ),
  ...(
    [
      ['sourceRepositoryId', 'wrong-source'],
      ['sourceOwnerId', 'wrong-source'],
      ['trigger', 'wrong-identity'],
      ['runnerEnvironment', 'wrong-identity'],
    ] as const
  ).map(([member, code]) =>
    row(
      `a certificate that does not say its ${member}`,
      { ...ALL, [member]: undefined },
      { [member]: ALL[member] },
      code,
    ),
  ),
];
