import { isBuiltInAuth, nearest } from '../config';

const BUILT_IN = [
  'none',
  'basic',
  'token',
  'dockerConfig',
  'integration',
  'aws',
  'google',
  'azure',
];

/**
 * Auth kinds in a written configuration that a module of the backend may add. Where no module is installed, as in a terminal, a kind
 * cannot be told from a typing error but by its being near to a built-in one.
 */
export function moduleTypes(written: unknown): string[] {
  const registries = property(written, 'registries');
  const types = (Array.isArray(registries) ? registries : []).map(registry =>
    property(property(registry, 'auth'), 'type'),
  );
  return types.filter(
    (type): type is string =>
      typeof type === 'string' &&
      !isBuiltInAuth(type) &&
      nearest(type, BUILT_IN) === undefined,
  );
}

function property(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && key in holder
    ? Reflect.get(holder, key)
    : undefined;
}
