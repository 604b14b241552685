import { RegistryAuth } from '../../config';

/** Every text of an auth configuration that must not be repeated: all of it but the kind. */
export function secretsOf(auth: RegistryAuth): string[] {
  const { type: _, ...rest } = auth;
  return textsOf('provider' in auth ? auth.options : rest);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [];
}
