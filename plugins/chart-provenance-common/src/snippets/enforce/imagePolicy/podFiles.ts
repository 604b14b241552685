import type { ChartImage } from '../../../api/imageTypes';
import type { SnippetFile } from '../../../api/snippetTypes';
import { toYaml, YamlValue } from '../yaml';
import { globsOf } from './globOf';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const NOBODYS = `sha256:${'1f'.repeat(32)}`;

/** Pods to try the policies with: each image by a digest that nobody signed, and by its own where that is known and verified. */
export function podFiles(
  folder: string,
  images: readonly ChartImage[],
): SnippetFile[] {
  const good = images.filter(
    ({ status, digest }) => status === 'verified' && DIGEST.test(digest ?? ''),
  );
  const names = [...new Set(images.map(({ name }) => name))];
  return [
    ...(good.length === 0
      ? []
      : [
          podFile(
            `${folder}/tests/pass-pods.yaml`,
            'Each of these must pass: these digests were verified when this was made.',
            good.map(({ name, digest }) => `${name}@${digest}`),
          ),
        ]),
    podFile(
      `${folder}/tests/fail-pods.yaml`,
      'Each of these must be refused: nobody signed a digest that there is not.',
      names.map(name => `${name}@${NOBODYS}`),
    ),
  ];
}

function podFile(
  path: string,
  head: string,
  images: readonly string[],
): SnippetFile {
  return { path, language: 'yaml', text: toYaml(head, ...images.map(pod)) };
}

/** @throws SnippetError for a name that is none */
function pod(image: string, at: number): YamlValue {
  globsOf(image.slice(0, image.indexOf('@')));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `image-${at + 1}`, namespace: 'default' },
    spec: { containers: [{ name: 'main', image }] },
  };
}
