const UNITS: [seconds: number, name: string][] = [
  [365 * 86_400, 'year'],
  [30 * 86_400, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'min'],
];

/**
 * A time as a distance from `now` (both in milliseconds or ISO): `3 days ago`, `in 5 min`, `just now`. `unknown time`
 * when it cannot be read.
 *
 * @internal
 */
export function relativeTime(iso: string, now: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) {
    return 'unknown time';
  }
  const seconds = Math.abs(now - time) / 1000;
  const unit = UNITS.find(([length]) => seconds >= length);
  if (!unit) {
    return time > now ? 'in a moment' : 'just now';
  }
  const count = Math.floor(seconds / unit[0]);
  const plural = count === 1 || unit[1] === 'min' ? '' : 's';
  const distance = `${count} ${unit[1]}${plural}`;
  return time > now ? `in ${distance}` : `${distance} ago`;
}

let exact: Intl.DateTimeFormat | undefined;

/** Made once: making one costs more than drawing the row that it is for. */
function exactFormat(): Intl.DateTimeFormat {
  exact ??= new Intl.DateTimeFormat(undefined, {
    dateStyle: 'long',
    timeStyle: 'long',
  });
  return exact;
}

/**
 * The exact time for a hover: local, with seconds and zone, then the ISO form.
 *
 * @internal
 */
export function exactTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : `${exactFormat().format(time)} (${time.toISOString()})`;
}
