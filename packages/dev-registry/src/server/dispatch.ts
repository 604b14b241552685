import { Authenticator, Need } from '../auth/Authenticator';
import { deleteBlob, getBlob } from '../endpoints/blobs';
import { listCatalog, listTags } from '../endpoints/listings';
import { deleteManifest } from '../endpoints/deleteManifest';
import { getManifest } from '../endpoints/getManifest';
import { putManifest } from '../endpoints/putManifest';
import { listReferrers } from '../endpoints/referrers';
import { RegistryState } from '../endpoints/RegistryState';
import {
  cancelUpload,
  continueUpload,
  finishUpload,
  startUpload,
  uploadStatus,
} from '../endpoints/uploads';
import { Call } from './Call';
import { isRepositoryName } from './grammar';
import { RegistryError } from './RegistryError';
import { jsonReply, Reply } from './Reply';
import { parseRoute, RepositoryRoute, Route } from './Route';

/**
 * Authorises one request and gives it to its endpoint. HEAD is answered as GET is; the body is dropped when it is sent.
 *
 * @throws RegistryError
 * @internal
 */
export async function dispatch(
  state: RegistryState,
  authenticator: Authenticator,
  call: Call,
): Promise<Reply> {
  const route = parseRoute(call.path);
  const method = call.method === 'HEAD' ? 'GET' : call.method;
  if (!route) {
    throw new RegistryError(404, 'UNSUPPORTED', `no endpoint ${call.path}`);
  }
  if (route.kind === 'token') {
    return issueToken(authenticator, call);
  }
  authenticator.authorize(call, needOf(route, method), mountNeed(route, call));
  if (state.readOnly && method !== 'GET') {
    throw new RegistryError(405, 'UNSUPPORTED', 'the registry is read-only');
  }
  switch (route.kind) {
    case 'base':
      return jsonReply(
        200,
        {},
        { 'Docker-Distribution-Api-Version': 'registry/2.0' },
      );
    case 'catalog':
      return listCatalog(state, call);
    default:
      return answerRepository(state, authenticator, route, method, call);
  }
}

async function answerRepository(
  state: RegistryState,
  authenticator: Authenticator,
  route: RepositoryRoute,
  method: string,
  call: Call,
): Promise<Reply> {
  const { name } = route;
  switch (`${method} ${route.kind}`) {
    case 'GET tags':
      return listTags(state, name, call);
    case 'POST uploads':
      return startUpload(state, name, call, from =>
        mayPull(authenticator, call, from),
      );
    default:
  }
  switch (route.kind) {
    case 'manifest':
      return answerManifest(state, route.name, route.reference, method, call);
    case 'referrers':
      if (method === 'GET') {
        return listReferrers(state, name, route.digest, call);
      }
      break;
    case 'upload':
      return answerUpload(state, name, route.session, method, call);
    case 'blob':
      if (method === 'GET') {
        return getBlob(state, name, route.digest, call);
      }
      if (method === 'DELETE') {
        return deleteBlob(state, name, route.digest);
      }
      break;
    default:
  }
  throw notAllowed(method);
}

async function answerManifest(
  state: RegistryState,
  name: string,
  reference: string,
  method: string,
  call: Call,
): Promise<Reply> {
  switch (method) {
    case 'GET':
      return getManifest(state, name, reference);
    case 'PUT':
      return putManifest(state, name, reference, call);
    case 'DELETE':
      return deleteManifest(state, name, reference);
    default:
      throw notAllowed(method);
  }
}

async function answerUpload(
  state: RegistryState,
  name: string,
  session: string,
  method: string,
  call: Call,
): Promise<Reply> {
  switch (method) {
    case 'GET':
      return uploadStatus(state, name, session);
    case 'PATCH':
      return continueUpload(state, name, session, call);
    case 'PUT':
      return finishUpload(state, name, session, call);
    case 'DELETE':
      return cancelUpload(state, name, session);
    default:
      throw notAllowed(method);
  }
}

async function issueToken(
  authenticator: Authenticator,
  call: Call,
): Promise<Reply> {
  if (!authenticator.issueToken) {
    throw new RegistryError(404, 'UNSUPPORTED', 'no token endpoint');
  }
  return authenticator.issueToken(call);
}

function needOf(
  route: Exclude<Route, { kind: 'token' }>,
  method: string,
): Need | undefined {
  if (route.kind === 'base') {
    return undefined;
  }
  if (route.kind === 'catalog') {
    return { type: 'registry', name: 'catalog', actions: ['*'] };
  }
  return {
    type: 'repository',
    name: route.name,
    actions: actionsOf(route, method),
  };
}

/** To mount, the blob must be read where it is: a client can only ask for both at once. */
function mountNeed(route: Route, call: Call): Need | undefined {
  const from = call.query.get('from');
  return route.kind === 'uploads' && from && isRepositoryName(from)
    ? { type: 'repository', name: from, actions: ['pull'] }
    : undefined;
}

function actionsOf(route: RepositoryRoute, method: string): string[] {
  if (method === 'GET' && route.kind !== 'upload') {
    return ['pull'];
  }
  const deletes = route.kind === 'manifest' || route.kind === 'blob';
  return method === 'DELETE' && deletes ? ['delete'] : ['pull', 'push'];
}

function mayPull(
  authenticator: Authenticator,
  call: Call,
  name: string,
): boolean {
  try {
    authenticator.authorize(call, {
      type: 'repository',
      name,
      actions: ['pull'],
    });
    return true;
  } catch {
    return false;
  }
}

function notAllowed(method: string): RegistryError {
  return new RegistryError(405, 'UNSUPPORTED', `no ${method} here`);
}
