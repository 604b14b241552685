import { ChartPin, yamlWord } from '../facts';

/** A native OCI source; the comment is what people and Renovate read, and Argo CD does not. */
export function ociSource({ url, digest, tag }: ChartPin): string[] {
  return [
    `repoURL: ${yamlWord(url)}`,
    'path: .',
    `targetRevision: ${digest} # ${tag}`,
  ];
}

/** A Helm-typed source: repoURL has no scheme, and a version is the most that it takes. */
export function helmSource({ parent, name, version }: ChartPin): string[] {
  return [
    `repoURL: ${yamlWord(parent)}`,
    `chart: ${yamlWord(name)}`,
    `targetRevision: ${yamlWord(version)}`,
  ];
}

/** First of a sequence's entry. */
export function entry([first, ...more]: readonly string[]): string[] {
  return [`- ${first}`, ...more.map(line => `  ${line}`)];
}
