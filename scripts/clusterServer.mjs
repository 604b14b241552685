// A Kubernetes API server as far as somebody who only lists custom resources can tell: it answers with the objects of one file.
// For the demo; on loopback only. Usage: node scripts/clusterServer.mjs --objects <file.yaml> --port <port>
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';

/** Served whether there are any objects or not. */
const GROUPS = {
  'argoproj.io': {
    version: 'v1alpha1',
    kinds: { applications: 'Application', applicationsets: 'ApplicationSet' },
  },
  'helm.toolkit.fluxcd.io': {
    version: 'v2',
    kinds: { helmreleases: 'HelmRelease' },
  },
  'source.toolkit.fluxcd.io': {
    version: 'v1',
    kinds: {
      helmcharts: 'HelmChart',
      helmrepositories: 'HelmRepository',
      ocirepositories: 'OCIRepository',
    },
  },
};

const { values } = parseArgs({
  options: { objects: { type: 'string' }, port: { type: 'string' } },
});

/** Read anew for each request: who edits the file sees it on the page. */
function objects() {
  return parseAllDocuments(readFileSync(values.objects, 'utf8'))
    .map(document => document.toJS())
    .filter(Boolean);
}

function groupOf(name) {
  const { version } = GROUPS[name];
  const preferredVersion = { groupVersion: `${name}/${version}`, version };
  return { name, versions: [preferredVersion], preferredVersion };
}

function answer(path) {
  const [, apis, group, version, plural] = path.split('/');
  if (apis === 'apis' && group === undefined) {
    const groups = Object.keys(GROUPS).map(groupOf);
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  if (apis !== 'apis' || !(group in GROUPS)) {
    return undefined;
  }
  if (version === undefined) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group) };
  }
  const { version: served, kinds } = GROUPS[group];
  if (version !== served) {
    return undefined;
  }
  const groupVersion = `${group}/${served}`;
  if (plural === undefined) {
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion,
      resources: Object.entries(kinds).map(([name, kind]) => ({
        name,
        kind,
        namespaced: true,
        verbs: ['get', 'list'],
      })),
    };
  }
  return (
    plural in kinds && {
      kind: `${kinds[plural]}List`,
      apiVersion: groupVersion,
      metadata: { resourceVersion: '1' },
      items: objects().filter(
        ({ apiVersion, kind }) =>
          apiVersion === groupVersion && kind === kinds[plural],
      ),
    }
  );
}

createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const body = answer(pathname.replace(/\/$/, ''));
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify(
      body ?? {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: 'NotFound',
        code: 404,
      },
    ),
  );
}).listen(Number(values.port), '127.0.0.1');
