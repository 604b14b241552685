import type { Knowledge } from '../knowledge';
import { capital, count, share, verb } from '../words';
import { gapStep } from './registryNeeds';
import type { Need } from './types';

/** Every place where consumers are looked for was read lately. */
export function consumersRead({ consumers }: Knowledge): Need {
  const claim = 'Every place where consumers are looked for was read lately.';
  const { gap, places } = consumers;
  return {
    claim,
    // Not looked at is not known, also where nobody could have looked.
    met: unless(gap),
    finding: gap?.message ?? `${capital(places)} ${placesWere(places)} read.`,
    next: gap && gapStep(gap, 'off-legacy'),
  };
}

/** No consumer takes the chart from the legacy repository. */
export function offLegacy({ consumers, reference }: Knowledge): Need {
  const { all, legacy, gap } = consumers;
  const still = legacy.length;
  return {
    claim: 'No consumer takes it from the legacy repository.',
    // As last seen: a failed reading takes no consumer away.
    met: still > 0 ? false : unless(gap),
    finding:
      still > 0
        ? `${capital(share(still, all.length, 'consumer'))} still ${verb(
            still,
            'takes',
            'take',
          )} it from the legacy repository.`
        : gap?.message ?? noneUses(all.length),
    next:
      still === 0 && gap
        ? gapStep(gap, 'off-legacy')
        : {
            text: `Have ${count(
              still,
              'consumer',
            )} take the chart from ${reference}.`,
            responsible: 'consumer',
            checkId: 'off-legacy',
          },
  };
}

/** True; null while something is not known. */
function unless(gap: Knowledge['consumers']['gap']): true | null {
  return gap === null ? true : null;
}

/** That nobody takes it from there, of so many. */
function noneUses(all: number): string {
  switch (all) {
    case 0:
      return 'No consumer is known at all.';
    case 1:
      return 'The only consumer takes it from the registry.';
    default:
      return `None of ${all} consumers takes it from the legacy repository.`;
  }
}

function placesWere(places: string): string {
  return places.startsWith('all') ? 'were' : 'was';
}
