import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CONSUMER_KINDS } from './kinds';

const PACKAGE = resolve(__dirname, '../../..');

it('ships a role with which exactly the kinds that are read can be read, and nothing else', () => {
  const documents = parseAllDocuments(
    readFileSync(resolve(PACKAGE, 'kubernetes/clusterrole.yaml'), 'utf8'),
  );
  expect(documents).toHaveLength(1);
  const role = documents[0].toJS();
  expect(Object.keys(role).sort()).toEqual([
    'apiVersion',
    'kind',
    'metadata',
    'rules',
  ]);
  expect(role).toMatchObject({
    kind: 'ClusterRole',
    metadata: { name: 'chart-provenance-reader' },
  });
  const rules: {
    apiGroups: string[];
    resources: string[];
    verbs: string[];
  }[] = role.rules;
  const allowed = rules.flatMap(({ apiGroups, resources, verbs, ...rest }) => {
    expect(rest).toEqual({});
    expect(verbs).toEqual(['get', 'list']);
    return apiGroups.flatMap(group =>
      resources.map(plural => `${plural}.${group}`),
    );
  });
  expect(allowed.sort()).toEqual(
    CONSUMER_KINDS.map(({ plural, group }) => `${plural}.${group}`).sort(),
  );
});

it('is part of what is published', () => {
  const { files } = JSON.parse(
    readFileSync(resolve(PACKAGE, 'package.json'), 'utf8'),
  );
  expect(files).toContain('kubernetes');
});
