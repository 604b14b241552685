import { TrustFailure } from '../TrustFailure';

const MAX_CHARACTERS = 200;

/**
 * What it means that metadata was read and not accepted. tuf-js tells its snapshot and targets failures in words alone, so that the words
 * decide; either way nothing of it is taken.
 */
export function protocolFailure(error: unknown): TrustFailure {
  if (error instanceof TrustFailure) {
    return error;
  }
  const words = wordsOf(error);
  return /expired$/.test(words)
    ? new TrustFailure(
        'expired',
        `What the repository serves has expired (${words}): it is not kept any more, it is an old copy, or this backend's clock is wrong.`,
        { cause: error },
      )
    : new TrustFailure(
        'not-genuine',
        `What the repository serves is not accepted: ${words}.`,
        { cause: error },
      );
}

/** Some of it was written by whoever serves the metadata. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^Unable to load (?:snapshot metadata|targets) error /, '')
    .replace(/^(?:[A-Z][A-Za-z]*)?Error: /, '')
    .replace(/[^\x20-\x7e]/g, ' ')
    .trim()
    .slice(0, MAX_CHARACTERS);
}
