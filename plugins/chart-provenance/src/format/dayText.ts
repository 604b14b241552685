/**
 * A day such as `2027-03-01` as people write it, `1 March 2027`; the text itself when it is no day.
 *
 * @internal
 */
export function dayText(day: string): string {
  return isDay(day)
    ? new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
    : day;
}

/**
 * Is the text a day of the calendar, `YYYY-MM-DD`? The 30th of February is none.
 *
 * @internal
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}
