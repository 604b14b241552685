import { yamlText } from '../../words';

/**
 * What every YAML reader takes for exactly this string without quotes, in block style: a location, a digest, a version of three numbers, an anchored
 * expression without anything YAML has a meaning for is not among them.
 */
const PLAIN = [
  /^\.$/,
  /^(?:oci|https):\/\/[a-zA-Z0-9][\w./:-]*\w$/,
  /^sha256:[0-9a-f]{64}$/,
  /^v?\d+\.\d+\.\d+(?:[-+_][\w.+-]*\w)?$/,
];

/**
 * A scalar for block style: plain where people would write it so, else as `yamlText` has it.
 *
 * @internal
 */
export function yamlWord(text: string): string {
  return PLAIN.some(plain => plain.test(text)) ? text : yamlText(text);
}
