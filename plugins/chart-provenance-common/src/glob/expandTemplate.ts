const PLACEHOLDER = /\{([^{}]*)\}/g;

/**
 * Placeholders of a template that are not among the captures, and stray braces: what makes it unusable.
 *
 * @internal
 */
export function templateProblems(
  template: string,
  captures: readonly string[],
): string[] {
  const unknown = [...template.matchAll(PLACEHOLDER)]
    .map(([, name]) => name)
    .filter(name => !captures.includes(name))
    .map(name =>
      captures.length > 0
        ? `{${name}} is not captured by match; known are ${captures
            .map(known => `{${known}}`)
            .join(', ')}.`
        : `{${name}} is not captured by match, which captures nothing.`,
    );
  return /[{}]/.test(template.replace(PLACEHOLDER, ''))
    ? [...unknown, 'It has a brace without its partner.']
    : unknown;
}

/**
 * Fills the captures in. Only for templates without problems: an unknown placeholder is an error of the program.
 *
 * @internal
 */
export function expandTemplate(
  template: string,
  captures: Readonly<Record<string, string>>,
): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = captures[name];
    if (value === undefined) {
      throw new TypeError(`No capture for the placeholder {${name}}`);
    }
    return value;
  });
}
