import type { ConsumerRow } from '../api/consumerTypes';
import type { CheckEvidence } from '../api/migrationTypes';
import { capital, count, said, share, verb } from '../migration/words';
import { latest, notApplicable, unknownBecause } from './outcomes';
import type { ChartCheck, Found } from './types';

/** Every consumer names its chart as firmly as it can. */
export const consumersPinned: ChartCheck = {
  id: 'consumers-pinned',
  group: 'consume',
  claim: 'Consumers pin the chart as firmly as the way they deploy it allows.',
  why: 'Whoever asks for a range or a moving tag gets what was published last, by whomever.',
  responsible: 'consumer',
  scope: 'chart',
  find({ consumers: { all, gap, places } }) {
    const loose = all.filter(one => firmness(one) === 'loose');
    const unclear = all.filter(one => firmness(one) === 'unknown');
    if (loose.length > 0) {
      return failed(loose, all.length);
    }
    if (gap) {
      return unknownBecause(gap);
    }
    if (unclear.length > 0) {
      return {
        status: 'unknown',
        message: `What ${share(unclear.length, all.length, 'consumer')} ${verb(
          unclear.length,
          'asks',
          'ask',
        )} for is filled in elsewhere or could not be read.`,
        evidence: consumerEvidence(unclear),
        nextAction: 'See on the Consumers tab what is written there.',
      };
    }
    return all.length === 0
      ? notApplicable(
          `No consumer is known, and ${places} ${isAre(places)} read.`,
        )
      : {
          status: 'pass',
          message: `${capital(
            share(all.length, all.length, 'consumer'),
          )} ${verb(
            all.length,
            'pins',
            'pin',
          )} the chart as firmly as possible.`,
          evidence: consumerEvidence(all),
        };
  },
};

function failed(loose: readonly ConsumerRow[], of: number): Found {
  const n = loose.length;
  const byVersion = loose.filter(({ pin }) => pin === 'version').length;
  return {
    status: 'fail',
    message: `${capital(
      share(n, of, 'consumer'),
    )} could pin the chart more firmly${byDigest(byVersion, n)}.`,
    evidence: consumerEvidence(loose),
    nextAction: `Have ${count(
      n,
      'consumer',
    )} name the digest, or the exact version where no digest is possible.`,
    seenAt: latest(loose.map(({ seenAt }) => seenAt)),
  };
}

function byDigest(byVersion: number, of: number): string {
  if (byVersion === 0) {
    return '';
  }
  const who = byVersion === of ? '' : `${byVersion} of them `;
  return `, ${who}by digest instead of by version`;
}

function firmness({ pin, bestPin }: ConsumerRow): 'firm' | 'loose' | 'unknown' {
  switch (pin) {
    case 'digest':
      return 'firm';
    case 'version':
      return bestPin === 'version' ? 'firm' : 'loose';
    case 'range':
    case 'floating':
      return 'loose';
    default:
      return 'unknown';
  }
}

const PIN_WORDS: Record<ConsumerRow['pin'], string> = {
  digest: 'by digest',
  version: 'by version',
  range: 'by range',
  floating: 'by a moving tag',
  templated: 'by a template',
  unknown: 'in a way that could not be read',
};

/** What each asks for, without its name: not every reader may see who it is. The link leads to it. */
export function consumerEvidence(
  consumers: readonly ConsumerRow[],
): CheckEvidence[] {
  return consumers.map(({ id, kind, environment, pin, written }) => ({
    text: `${said(kind)}${
      environment === null ? '' : ` in ${said(environment)}`
    }, ${PIN_WORDS[pin]}: ${said(written, 200)}`,
    link: { to: 'consumer', id },
  }));
}

function isAre(places: string): string {
  return places.startsWith('all') ? 'were' : 'was';
}
