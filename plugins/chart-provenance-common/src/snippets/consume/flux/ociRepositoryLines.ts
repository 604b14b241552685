import type { SnippetInput } from '../../types';
import { ChartPin, indented, yamlWord } from '../facts';
import { FluxAuth, authLines } from './fluxAuth';
import { FluxTrust } from './fluxTrust';
import { verifyLines } from './verifyLines';

/** Always set: without it Flux takes the first layer, which is a provenance file for some charts. */
export const LAYER_SELECTOR = [
  'layerSelector:',
  '  mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  '  operation: copy',
];

/** The pin: Flux goes by the digest. */
export function refLines({ tag, digest }: ChartPin): string[] {
  return [
    'ref:',
    '  # The digest decides. The tag says which version that is, for people and for Renovate.',
    `  tag: ${yamlWord(tag)}`,
    `  digest: ${digest}`,
  ];
}

/** A source of the chart, pinned and verified. */
export function ociRepositoryLines(
  { chart }: SnippetInput,
  pin: ChartPin,
  options: {
    name: string;
    namespace: string | null;
    trust: FluxTrust | undefined;
    auth: FluxAuth;
  },
): string[] {
  const { name, namespace, trust, auth } = options;
  return [
    'apiVersion: source.toolkit.fluxcd.io/v1',
    'kind: OCIRepository',
    'metadata:',
    `  name: ${yamlWord(name)}`,
    ...(namespace === null ? [] : [`  namespace: ${yamlWord(namespace)}`]),
    'spec:',
    '  interval: 10m',
    `  url: ${yamlWord(pin.url)}`,
    ...(chart.plainHttp ? ['  insecure: true'] : []),
    ...indented(2, refLines(pin)),
    ...indented(2, LAYER_SELECTOR),
    ...indented(2, authLines(auth, pin.name)),
    ...(trust === undefined ? [] : indented(2, verifyLines(trust, pin.name))),
  ];
}
