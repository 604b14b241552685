/** Repositories seen in one listing; of them, those that no rule lets be read are forgotten at once. */
export const MAX_NAMES = 50_000;

/** Requests of one listing. */
export const MAX_PAGES = 1_000;

/** One page. */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Milliseconds of one listing. */
export const MAX_LISTING_MS = 10 * 60_000;
