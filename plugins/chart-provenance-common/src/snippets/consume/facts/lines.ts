/** A file of these lines. */
export function lines(
  ...parts: readonly (string | readonly string[])[]
): string {
  return `${parts.flat().join('\n')}\n`;
}

/** The same lines, further in. */
export function indented(by: number, all: readonly string[]): string[] {
  return all.map(line => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}
