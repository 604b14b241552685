import { TrustMaterial } from '@sigstore/verify';
import { KeyConfig } from '../../config';
import { Finding, ok, warning } from '../check';

const SOON_MS = 30 * 24 * 60 * 60 * 1000;
/** An end that nobody set is put at the end of time. */
const FAR_YEAR = 9000;

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const isFar = (date: Date) => date.getUTCFullYear() > FAR_YEAR;

/** From when to when what a root names counts, as of now. */
export function rootWindowFinding(material: TrustMaterial, now: Date): Finding {
  const kinds: [string, { validFor: { start: Date; end: Date } }[]][] = [
    ['certificate authority', material.certificateAuthorities],
    ['transparency log', material.tlogs],
    ['certificate log', material.ctlogs],
    ['timestamp authority', material.timestampAuthorities],
  ];
  const named = kinds.filter(([, list]) => list.length > 0);
  const current = named.map(([name, list]) => ({
    name,
    total: list.length,
    open: list.filter(
      ({ validFor: { start, end } }) => start <= now && now < end,
    ),
  }));
  const sentence = current
    .map(
      ({ name, total, open }) =>
        `${name}: ${open.length} of ${total} counts now`,
    )
    .join('; ');
  const over = current.filter(({ open }) => open.length === 0);
  if (over.length > 0) {
    return warning(
      `${sentence}. For new signatures no ${over
        .map(({ name }) => name)
        .join(' and no ')} counts; those made in its time still do.`,
      {
        what: 'Get the newer trusted_root.json from whoever runs that Sigstore instance.',
        who: 'operator',
      },
    );
  }
  const ends = current
    .map(({ open }) => latestEnd(open.map(one => one.validFor.end)))
    .filter(end => !isFar(end));
  const first = ends.sort((a, b) => a.getTime() - b.getTime())[0];
  if (first && first.getTime() - now.getTime() < SOON_MS) {
    return warning(`${sentence}. The first ends on ${dayOf(first)}.`, {
      what: 'Get the newer trusted_root.json before that day.',
      who: 'operator',
    });
  }
  return ok(
    `${sentence}. ${
      first ? `The first ends on ${dayOf(first)}.` : 'None of them has an end.'
    }`,
  );
}

function latestEnd(ends: readonly Date[]): Date {
  return ends.reduce((a, b) => (a > b ? a : b));
}

/** From when to when signatures by a key count, as of now. */
export function keyWindowFinding(
  { validFrom, validUntil }: Pick<KeyConfig, 'validFrom' | 'validUntil'>,
  now: Date,
): Finding {
  const from = validFrom && new Date(validFrom);
  const until = validUntil && new Date(validUntil);
  if (from && from > now) {
    return warning(`It counts from ${dayOf(from)} on: not yet.`, {
      what: 'If signatures by it should count today, set validFrom earlier.',
      who: 'operator',
    });
  }
  if (until && until <= now) {
    return warning(
      `It counted until ${dayOf(until)}: signatures made later do not.`,
      {
        what: 'If charts are still signed with it, give it a later validUntil; otherwise add the key that took its place.',
        who: 'operator',
      },
    );
  }
  if (until && until.getTime() - now.getTime() < SOON_MS) {
    return warning(`It counts until ${dayOf(until)} only.`, {
      what: 'Add the key that takes its place before that day.',
      who: 'operator',
    });
  }
  const since = from ? `from ${dayOf(from)}` : '';
  const window = [since, until ? `until ${dayOf(until)}` : ''];
  const set = window.filter(Boolean).join(' ');
  return ok(
    set
      ? `It counts ${set}.`
      : 'It counts at any time: no validFrom or validUntil is set.',
  );
}
