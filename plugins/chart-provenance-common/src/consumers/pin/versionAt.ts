import { finding } from '../finding';
import { at, textAt } from '../json';
import { Finding } from '../types';

/** The version at a path. A number, which only YAML without quotes gives, is read as what is left of the version, and found wrong. */
export function versionAt(
  value: unknown,
  ...path: readonly string[]
): { version: string | undefined; findings: Finding[] } {
  const found = at(value, ...path);
  return typeof found === 'number'
    ? { version: String(found), findings: [finding('number-as-version')] }
    : { version: textAt(value, ...path), findings: [] };
}
