import {
  ConsumerGate,
  ConsumerRow,
  PinKind,
} from 'backstage-plugin-chart-provenance-common';

/**
 * How firmly a reference names its chart, in a word or two. The word always stands beside the colour.
 *
 * @internal
 */
export const PIN_WORD: Record<PinKind, string> = {
  digest: 'digest',
  version: 'exact version',
  range: 'range',
  floating: 'floating tag',
  templated: 'templated',
  unknown: 'unreadable',
};

/**
 * What a pin lets happen, for the hover.
 *
 * @internal
 */
export const PIN_MEANING: Record<PinKind, string> = {
  digest: 'Exactly these bytes, whatever happens to the tag.',
  version: 'One version. Its tag can still be moved to other bytes.',
  range: 'Whatever version fits when it is next read.',
  floating: 'Whatever the tag points at when it is next read.',
  templated:
    'Holds {{…}}: which version is meant is decided elsewhere and never guessed here.',
  unknown: 'The reference could not be read.',
};

/**
 * The order in which pins are counted and offered, the firmest first.
 *
 * @internal
 */
export const PIN_ORDER: readonly PinKind[] = [
  'digest',
  'version',
  'range',
  'floating',
  'templated',
  'unknown',
];

/**
 * Is the text one of the pins? For values that come from the address bar.
 *
 * @internal
 */
export function isPinKind(value: string | null): value is PinKind {
  return PIN_ORDER.some(pin => pin === value);
}

/**
 * What stands between the registry and a consumer, in a few words.
 *
 * @internal
 */
export const GATE_WORD: Record<ConsumerGate['strength'], string> = {
  'as-policy': 'as the policy',
  weaker: 'weaker than the policy',
  other: 'checks; not comparable',
  none: 'nothing checks',
  'not-applicable': 'nothing deployed',
};

/**
 * Where the chart is taken from, in words.
 *
 * @internal
 */
export const FROM_WORD: Record<ConsumerRow['from'], string> = {
  oci: 'the registry',
  legacy: 'the legacy repository',
};

/**
 * How far what runs is from the newest release, in words; undefined when it cannot be told.
 *
 * @internal
 */
export function behindWords(behind: number | null): string | undefined {
  if (behind === null) {
    return undefined;
  }
  if (behind === 0) {
    return 'newest';
  }
  return behind === 1 ? '1 release' : `${behind} releases`;
}

/**
 * Where a consumer deploys to: its cluster, else the place it was found in.
 *
 * @internal
 */
export function placeOf({ where }: Pick<ConsumerRow, 'where'>): string {
  return where.cluster ?? where.title;
}

/**
 * Why there is no verdict on what runs; `version` stands beside it and is not said again. Never empty, because an empty place beside a
 * version would read as "fine".
 *
 * @internal
 */
export function noVerdictWords(
  note: string | null,
  version?: string | null,
): string {
  const said = version ? `runs ${version}` : '';
  const why =
    said && note?.startsWith(said)
      ? note.slice(said.length).replace(/^[;,:\s]+/, '')
      : note;
  return `No verdict: ${why || 'the running bytes are not known here.'}`;
}
