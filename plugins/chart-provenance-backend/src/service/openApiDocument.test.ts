import { mockServices } from '@backstage/backend-test-utils';
import { Router } from 'express';
import { createRouters } from './createRouter';
import { openApiDocument } from './openapi';

interface Operation {
  operationId: string;
  parameters?: readonly { name: string; in: string }[];
}

const paths: Record<
  string,
  { get?: Operation; post?: Operation; put?: Operation }
> = openApiDocument.paths;

/** `METHOD /path/{param}` of everything mounted on a router, its sub-routers included. */
function mountedRoutes(layers: Router['stack']): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) {
      return 'stack' in handle && Array.isArray(handle.stack)
        ? mountedRoutes(handle.stack)
        : [];
    }
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    return route.stack.map(({ method }) => `${method.toUpperCase()} ${path}`);
  });
}

describe('openApiDocument', () => {
  const { gate, others } = createRouters({
    service: {
      entity: jest.fn(),
      versions: jest.fn(),
      version: jest.fn(),
      sbom: jest.fn(),
      evidence: jest.fn(),
      tagHistory: jest.fn(),
      refresh: jest.fn(),
      status: jest.fn(),
      runDoctor: jest.fn(),
    },
    consumers: {
      consumers: jest.fn(),
      consumes: jest.fn(),
      overview: jest.fn(),
    },
    migration: {
      migration: jest.fn(),
      markdown: jest.fn(),
      signOff: jest.fn(),
      plan: jest.fn(),
    },
    inventory: { unclaimed: jest.fn(), accept: jest.fn() },
    distrust: { report: jest.fn() },
    images: { images: jest.fn(), uses: jest.fn() },
    snippets: { snippets: jest.fn(), snippet: jest.fn() },
    lint: { lint: jest.fn() },
    gate: {
      decide: jest.fn(),
      log: jest.fn(),
      exportLog: jest.fn(),
      decision: jest.fn(),
      report: jest.fn(),
      offlinePolicy: jest.fn(),
      environments: jest.fn(),
      impact: jest.fn(),
    },
    httpAuth: mockServices.httpAuth(),
    auditor: mockServices.auditor.mock(),
  });
  const mounted = [
    ...mountedRoutes(gate.stack),
    ...mountedRoutes(others.stack),
  ].filter(route => route !== 'GET /openapi.json');
  const documented = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
  );

  it('names every mounted route, and every route it names is mounted', () => {
    expect(mounted.length).toBeGreaterThan(0);
    expect([...mounted].sort()).toEqual([...documented].sort());
  });

  it('declares every parameter of every path', () => {
    for (const [path, operations] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(operations)) {
        const declared = (operation.parameters ?? []).filter(
          one => one.in === 'path',
        );
        expect(declared.map(one => one.name)).toEqual(inPath);
      }
    }
  });

  it('refers only to schemas that are there', () => {
    const known = Object.keys(openApiDocument.components.schemas);
    const referred = [
      ...JSON.stringify(openApiDocument).matchAll(
        /#\/components\/schemas\/(\w+)/g,
      ),
    ].map(([, name]) => name);
    expect(referred.filter(name => !known.includes(name))).toEqual([]);
  });
});
