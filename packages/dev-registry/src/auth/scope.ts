import { Need } from './Authenticator';

/**
 * Reads `type:name:action,action`; several may stand in one parameter, parted by spaces. What does not parse grants
 * nothing.
 *
 * @see https://distribution.github.io/distribution/spec/auth/scope/
 * @internal
 */
export function parseScopes(parameters: readonly string[]): Need[] {
  return parameters
    .flatMap(parameter => parameter.split(' '))
    .flatMap(text => {
      const match = /^(repository|registry):(.+):([a-z*,]+)$/.exec(text);
      if (!match) {
        return [];
      }
      const type = match[1] === 'repository' ? 'repository' : 'registry';
      return [{ type, name: match[2], actions: match[3].split(',') } as const];
    });
}

/** @internal */
export function formatNeed(need: Need): string {
  return `${need.type}:${need.name}:${need.actions.join(',')}`;
}
