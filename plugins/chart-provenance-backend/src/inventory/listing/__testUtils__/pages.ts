/** Names of a page, by size and number as in a query. */
export function cut(names: string[], size: number, page: number): string[] {
  return names.slice((page - 1) * size, page * size);
}

/** Paths of so many charts, below an owner or project. */
export function charts(count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `charts/c${String(at).padStart(3, '0')}`,
  );
}

/** The repositories that are kept of them. */
export function kept(count: number): string[] {
  return charts(count).map(name => `acme/${name}`);
}

/** A reading that failed, with what to do about it. */
export function failing(fix: RegExp, message = /./) {
  return {
    failure: {
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    },
  };
}
