import { Decision } from '../ask/decisionSchema';
import { ShownOutcome } from './Result';

type Reason = Decision['reasons'][number];

/** One word for each outcome, and a mark: nothing is told by colour. */
export function headOf(outcome: ShownOutcome): { mark: string; word: string } {
  switch (outcome.kind) {
    case 'proceed':
      if (outcome.decision.dryRun) {
        return { mark: '!', word: 'dry run: would go on' };
      }
      return outcome.decision.decision === 'allow'
        ? { mark: '✔', word: 'allowed' }
        : { mark: '!', word: 'not enforced' };
    case 'denied':
      return { mark: '✖', word: 'DENIED' };
    case 'refused':
      return { mark: '✖', word: 'REFUSED' };
    case 'unasked':
      return { mark: outcome.allowed ? '!' : '?', word: 'not asked' };
    case 'unread':
      return { mark: '?', word: 'NOT READ' };
    default:
      return { mark: '?', word: 'UNDECIDED' };
  }
}

const WHO: Readonly<Record<Reason['who']['kind'], string>> = {
  owner: 'owner of the chart',
  caller: 'whoever asks',
  operator: 'operator of Backstage',
  registry: 'whoever runs the registry',
};

/** Who can do something about a reason. */
export function whoOf({ who }: Reason): string {
  return who.entityRef ? `${WHO[who.kind]}: ${who.entityRef}` : WHO[who.kind];
}

/** Sentences that say why, without reasons of the gate. */
export function whyOf(outcome: ShownOutcome): string[] {
  switch (outcome.kind) {
    case 'proceed':
      return unenforced(outcome.decision);
    case 'denied':
      return [];
    default:
      return outcome.kind === 'undecided' &&
        outcome.decision?.reasons[0]?.message === outcome.why
        ? []
        : [outcome.why];
  }
}

function unenforced({
  decision,
  enforcedFrom,
  environment,
}: Decision): string[] {
  if (decision === 'allow') {
    return [];
  }
  const would = decision === 'deny' ? 'denied' : 'held back';
  return [
    enforcedFrom
      ? `It will be ${would} from ${enforcedFrom} on: until then ${environment} is not enforced.`
      : `It would be ${would}, but ${environment} is not enforced.`,
  ];
}
