import { isDay } from '../words';

/** The day has begun, in UTC. */
export function hasCome(day: string | null, now: string): boolean {
  return day !== null && isDay(day) && Date.parse(day) <= Date.parse(now);
}
