import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REASONS } from 'backstage-plugin-chart-provenance-common';
import { openApiDocument } from './openapi';

interface Operation {
  operationId: string;
  parameters?: readonly { name: string; in: string }[];
}

const paths: Record<
  string,
  { get?: Operation; post?: Operation; put?: Operation }
> = openApiDocument.paths;

/** The sections of a document of the project, by the code in their headings. */
function sectionsOf(name: string): Map<string, string> {
  const text = readFileSync(
    resolve(__dirname, '../../../../docs', name),
    'utf8',
  );
  const sections = [
    ...text.matchAll(/^### `(.+)`\n([\s\S]*?)(?=^##|$(?![\s\S]))/gm),
  ];
  return new Map(sections.map(([, code, body]) => [code, body.trim()]));
}

describe('docs/verdicts.md', () => {
  const sections = sectionsOf('verdicts.md');

  it('explains every reason code, and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(REASONS).sort());
  });

  it.each(Object.entries(REASONS))(
    'says what %s leads to, who can act, and more',
    (code, { status, side }) => {
      const [first, blank, ...rest] = sections.get(code)?.split('\n') ?? [];
      expect(first).toBe(`\`${status}\` · \`${side}\``);
      expect(blank).toBe('');
      expect(rest.join(' ').length).toBeGreaterThan(60);
    },
  );
});

describe('docs/api.md', () => {
  const sections = sectionsOf('api.md');
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ],
    ),
  );

  it('has every route of the OpenAPI document, and only the document beside', () => {
    expect([...sections.keys()].sort()).toEqual(
      [...routes.map(([route]) => route), 'GET /openapi.json'].sort(),
    );
  });

  it.each(routes)('%s has its query and an example', (route, operation) => {
    const body = sections.get(route) ?? '';
    const query = (operation.parameters ?? []).filter(
      one => one.in === 'query',
    );
    const documented = [...body.matchAll(/^\| `(\w+)` *\|/gm)];
    expect(documented.map(([, name]) => name).sort()).toEqual(
      query.map(({ name }) => name).sort(),
    );
    expect(body).toMatch(/```sh\ncurl /);
  });
});
