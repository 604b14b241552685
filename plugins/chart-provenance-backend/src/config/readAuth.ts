import {
  builtInAuthSchemas,
  isBuiltInAuth,
  providerAuthSchema,
} from './authSchemas';
import { integrationHostOf } from './integrationHost';
import { isObject } from './isObject';
import { nearest } from './nearest';
import { Problems } from './problems';
import { RegistryAuth } from './types';

/** Reads `registries[].auth`. `credentialTypes` are the kinds added by modules. */
export function readAuth(
  value: unknown,
  path: string,
  context: { registryHost: unknown; credentialTypes: readonly string[] },
  problems: Problems,
): RegistryAuth | undefined {
  const { registryHost, credentialTypes } = context;
  const type = isObject(value) ? value.type : undefined;
  if (isBuiltInAuth(type)) {
    return type === 'integration'
      ? readIntegration(value, path, registryHost, problems)
      : problems.parse(builtInAuthSchemas[type], value, path);
  }
  if (typeof type === 'string' && credentialTypes.includes(type)) {
    const auth = problems.parse(providerAuthSchema, value, path);
    return auth && { type: 'provider', provider: type, options: auth.options };
  }
  problems.add(`${path}.type`, describeUnknownType(type, credentialTypes));
  return undefined;
}

function readIntegration(
  value: unknown,
  path: string,
  registryHost: unknown,
  problems: Problems,
): RegistryAuth | undefined {
  const auth = problems.parse(builtInAuthSchemas.integration, value, path);
  if (!auth || typeof registryHost !== 'string') {
    return undefined;
  }
  const host = auth.host ?? integrationHostOf(registryHost);
  if (host === undefined) {
    problems.add(
      `${path}.host`,
      `is missing; write the host of the entry under integrations that goes with ${registryHost}, like gitlab.acme.dev`,
    );
    return undefined;
  }
  return { ...auth, host };
}

function describeUnknownType(
  type: unknown,
  credentialTypes: readonly string[],
): string {
  const known = [...Object.keys(builtInAuthSchemas), ...credentialTypes];
  if (typeof type !== 'string') {
    return `is missing; use one of ${known.join(', ')}`;
  }
  const meant = nearest(type, known);
  return meant
    ? `'${type}' is not known; did you mean '${meant}'?`
    : `'${type}' is not known; use one of ${known.join(', ')}`;
}
