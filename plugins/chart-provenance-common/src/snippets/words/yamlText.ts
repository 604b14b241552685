/** What is a string to every YAML reader without quotes, and in no danger of being read as anything else. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;
/** Words that some reader takes for a boolean, null or a number. */
const SPECIAL =
  /^(?:y|n|yes|no|on|off|true|false|null|none|nan|inf|infinity)$/i;

/**
 * One YAML scalar that every reader takes for exactly this string: plain where that is certain, else in double quotes. For flow and block
 * style alike; never spans lines.
 *
 * @internal
 */
export function yamlText(text: string): string {
  return PLAIN.test(text) && !SPECIAL.test(text) && !text.endsWith('-')
    ? text
    : JSON.stringify(text).replace(
        /[\u007f-\uffff]/g,
        unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}
