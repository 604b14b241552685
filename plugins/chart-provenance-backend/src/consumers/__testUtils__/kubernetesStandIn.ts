import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { sendBackstageError, sendJson, sendStatus } from './answers';

/** A request as it arrived at the stand-in. */
export interface ArrivedRequest {
  /** Below `/api/kubernetes`. */
  url: URL;
  cluster: string | undefined;
  authorization: string | undefined;
}

/** Answers instead of the stand-in; false leaves it to it. */
export type Intercept = (
  request: ArrivedRequest,
  response: ServerResponse,
) => boolean;

/** An object as a cluster has it. */
export interface StandInObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; [key: string]: unknown };
  [key: string]: unknown;
}

/** What the stand-in holds. */
export interface StandInOptions {
  /** As `/clusters` lists them. */
  clusters?: { name: string; title?: string; authProvider?: string }[];
  /** Of every cluster. */
  objects?: StandInObject[];
  /** Kinds that are served, besides those of the objects: `[groupVersion, plural, kind]`. */
  served?: [groupVersion: string, plural: string, kind: string][];
  intercept?: Intercept;
}

/** A running stand-in. */
export interface KubernetesStandIn {
  baseUrl: string;
  requests: ArrivedRequest[];
  close(): Promise<void>;
}

export const STAND_IN_TOKEN = 'token-for-kubernetes';

/**
 * The Kubernetes backend plugin with clusters behind it, as far as they are asked here: `GET /clusters` and `/proxy/apis/…`, with
 * the errors of @backstage/plugin-kubernetes-backend 0.21 and of an API server.
 */
export async function kubernetesStandIn(
  options: StandInOptions = {},
): Promise<KubernetesStandIn> {
  const { clusters = [{ name: 'prod', authProvider: 'serviceAccount' }] } =
    options;
  const requests: ArrivedRequest[] = [];
  const server = createServer((request, response) => {
    const arrived = readRequest(request);
    requests.push(arrived);
    if (options.intercept?.(arrived, response)) {
      return;
    }
    if (arrived.authorization !== `Bearer ${STAND_IN_TOKEN}`) {
      sendBackstageError(response, 401, 'AuthenticationError', 'Illegal token');
    } else if (arrived.url.pathname === '/clusters') {
      sendJson(response, 200, { items: clusters });
    } else if (!clusters.some(({ name }) => name === arrived.cluster)) {
      const message = `Cluster '${arrived.cluster}' not found`;
      sendBackstageError(response, 404, 'NotFoundError', message);
    } else {
      answerApi(arrived.url, options, response);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/kubernetes`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest({ url = '/', headers }: IncomingMessage): ArrivedRequest {
  const full = new URL(url, 'http://here');
  full.pathname = full.pathname.replace(/^\/api\/kubernetes/, '');
  return {
    url: full,
    cluster: headers['backstage-kubernetes-cluster']?.toString(),
    authorization: headers.authorization,
  };
}

const PLURALS = new Map([
  ['Application', 'applications'],
  ['ApplicationSet', 'applicationsets'],
  ['HelmRelease', 'helmreleases'],
  ['Kustomization', 'kustomizations'],
  ['HelmChart', 'helmcharts'],
  ['HelmRepository', 'helmrepositories'],
  ['OCIRepository', 'ocirepositories'],
]);

function answerApi(
  url: URL,
  { objects = [], served = [] }: StandInOptions,
  response: ServerResponse,
): void {
  const kinds = [
    ...served,
    ...objects.map(({ apiVersion, kind }): [string, string, string] => [
      apiVersion,
      PLURALS.get(kind) ?? '',
      kind,
    ]),
  ];
  const [, , group, version, plural] = url.pathname
    .replace(/^\/proxy/, '')
    .split('/');
  const versions = [
    ...new Set(
      kinds.flatMap(([groupVersion]) =>
        groupVersion.startsWith(`${group}/`) ? groupVersion.split('/')[1] : [],
      ),
    ),
  ];
  const kind = kinds.find(
    ([groupVersion, name]) =>
      groupVersion === `${group}/${version}` && name === plural,
  );
  if (group === undefined) {
    sendGroupList(response, kinds);
  } else if (
    versions.length === 0 ||
    (version && !versions.includes(version))
  ) {
    // What a real one sends for a path that it does not have.
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('404 page not found\n');
  } else if (version === undefined) {
    sendGroup(response, group, versions);
  } else if (plural === undefined) {
    sendResources(response, `${group}/${version}`, kinds);
  } else if (kind) {
    sendPage(response, url, kind[2], `${group}/${version}`, objects);
  } else {
    sendStatus(response, 404, 'NotFound');
  }
}

function sendGroupList(
  response: ServerResponse,
  kinds: [string, string, string][],
): void {
  const groups = new Set(kinds.map(([version]) => version.split('/')[0]));
  sendJson(response, 200, {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: ['apps', ...groups].map(name => ({
      name,
      versions: [],
      preferredVersion: {},
    })),
  });
}

function sendGroup(
  response: ServerResponse,
  group: string,
  versions: string[],
): void {
  const items = versions.map(version => ({
    groupVersion: `${group}/${version}`,
    version,
  }));
  sendJson(response, 200, {
    kind: 'APIGroup',
    apiVersion: 'v1',
    name: group,
    versions: items,
    preferredVersion: items[0],
  });
}

function sendResources(
  response: ServerResponse,
  groupVersion: string,
  kinds: [string, string, string][],
): void {
  sendJson(response, 200, {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: kinds
      .filter(([version]) => version === groupVersion)
      .flatMap(([, name, kind]) => [
        { name, kind, verbs: ['get', 'list'] },
        { name: `${name}/status`, kind, verbs: ['get'] },
      ]),
  });
}

/** `continue` is the place to go on at. */
function sendPage(
  response: ServerResponse,
  url: URL,
  kind: string,
  apiVersion: string,
  objects: StandInObject[],
): void {
  const all = objects.filter(
    object => object.kind === kind && object.apiVersion === apiVersion,
  );
  const limit = Number(url.searchParams.get('limit') ?? all.length);
  const from = Number(url.searchParams.get('continue') ?? 0);
  const rest = all.length - from - limit;
  sendJson(response, 200, {
    kind: `${kind}List`,
    apiVersion,
    metadata: {
      resourceVersion: '7',
      ...(rest > 0 && { continue: String(from + limit) }),
    },
    items: all.slice(from, from + limit),
  });
}
