import type { SnippetFile } from '../../../api/snippetTypes';
import { Noted, toYaml, YamlValue } from '../yaml';
import type { Sample } from './Sample';

/** Which policies judge which samples. */
export interface PolicyUnderTest {
  part: string;
  /** Name of the policy. */
  policy: string;
  /** Names of its rules, for kinds of policies that have some. */
  rules?: readonly string[];
  /** File, seen from the test's folder. */
  file: string;
}

/** `tests/`: resources, and what is to become of them, for `kyverno test`. */
export function sampleFiles(
  folder: string,
  samples: readonly Sample[],
  policies: readonly PolicyUnderTest[],
): SnippetFile[] {
  const file = (name: string, text: string): SnippetFile => ({
    path: `${folder}/tests/${name}`,
    language: 'yaml',
    text,
  });
  const resources = [true, false].flatMap(passes =>
    policies.map(({ part }) => ({
      name: `${passes ? 'pass' : 'fail'}-${part}.yaml`,
      passes,
      of: samples.filter(one => one.part === part && one.passes === passes),
    })),
  );
  return [
    file(
      'kyverno-test.yaml',
      toYaml(
        'kyverno test .',
        testOf(
          samples,
          policies,
          resources.map(({ name }) => name),
        ),
      ),
    ),
    ...resources.map(({ name, passes, of }) =>
      file(
        name,
        toYaml(
          passes
            ? 'Each of these must pass.'
            : 'Each of these must be refused.',
          ...of.map(({ shows, object }) => new Noted(`${shows}.`, object)),
        ),
      ),
    ),
  ];
}

function testOf(
  samples: readonly Sample[],
  policies: readonly PolicyUnderTest[],
  resources: readonly string[],
): YamlValue {
  return {
    apiVersion: 'cli.kyverno.io/v1alpha1',
    kind: 'Test',
    metadata: { name: 'chart-provenance' },
    policies: policies.map(({ file }) => file),
    resources,
    results: policies.flatMap(under => resultsOf(under, samples)),
  };
}

function resultsOf(
  { part, policy, rules }: PolicyUnderTest,
  samples: readonly Sample[],
): YamlValue[] {
  return samples
    .filter(one => one.part === part)
    .flatMap(({ kind, name, passes }) =>
      (rules ?? [undefined]).map(rule => ({
        ...{ policy, rule },
        isValidatingPolicy: rules === undefined ? true : undefined,
        kind,
        resources: [name],
        result: passes ? 'pass' : 'fail',
      })),
    );
}
