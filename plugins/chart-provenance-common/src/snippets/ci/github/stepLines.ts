import type { CiStep } from '../scripts';
import { commentLines, indented } from '../yamlLines';
import { ACTIONS } from './actions';

/**
 * A step of a workflow that runs a script. The values of `env` are expressions of GitHub or plain words, written by us.
 *
 * @internal
 */
export function runLines({ name, why, script, env = {} }: CiStep): string[] {
  return [
    ...commentLines(why),
    `- name: ${name}`,
    ...envLines(env),
    '  run: |',
    ...indented(script, 4),
  ];
}

/**
 * A step that uses an action; the values of `inputs` are YAML already.
 *
 * @internal
 */
export function usesLines(
  action: keyof typeof ACTIONS,
  inputs: Readonly<Record<string, string>> = {},
  options: { name?: string; id?: string; why?: string[] } = {},
): string[] {
  const { name, id, why = [] } = options;
  const head = [
    ...(name === undefined ? [] : [`name: ${name}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    `uses: ${ACTIONS[action]}`,
    ...(Object.keys(inputs).length === 0 ? [] : ['with:']),
    ...Object.entries(inputs).map(([key, value]) => `  ${key}: ${value}`),
  ];
  return [...commentLines(why), `- ${head[0]}`, ...indented(head.slice(1), 2)];
}

function envLines(env: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(env);
  return entries.length === 0
    ? []
    : ['  env:', ...entries.map(([key, value]) => `    ${key}: ${value}`)];
}
