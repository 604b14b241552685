import { ImageLook } from '../store';

/** References of one repository that are looked at in one go; the others have their turn the next time. */
const MAX_LOOKS = 50;
const HOUR_MS = 60 * 60 * 1000;

/** What says how old a look may be. */
export interface DueOptions {
  /** Of what images are judged by now. */
  inputsHash: string;
  /** Of their policy; null where it is unknown. */
  maxStalenessMs: number | null;
  now: Date;
}

/** References that were never looked at, were judged by other rules, or not looked at for a while; those tried longest ago first. */
export function dueReferences(
  references: readonly string[],
  known: ReadonlyMap<string, ImageLook>,
  { inputsHash, maxStalenessMs, now }: DueOptions,
): string[] {
  // Three tries before a verdict is too old.
  const age = Math.min(HOUR_MS, (maxStalenessMs ?? HOUR_MS) / 3);
  const since = new Date(now.getTime() - age).toISOString();
  const isDue = (look: ImageLook | undefined) =>
    look === undefined ||
    look.inputsHash !== inputsHash ||
    look.checkedAt === null ||
    look.checkedAt <= since;
  const attemptedAt = (reference: string) =>
    known.get(reference)?.attemptedAt ?? '';
  return references
    .filter(reference => isDue(known.get(reference)))
    .sort((a, b) => (attemptedAt(a) < attemptedAt(b) ? -1 : 1))
    .slice(0, MAX_LOOKS);
}
