import type { SnippetGenerator } from '../../types';
import {
  indented,
  lines,
  noVersion,
  objectName,
  pinOf,
  versionNotes,
  yamlWord,
} from '../facts';
import {
  authLines,
  authNotes,
  authOption,
  fluxAuthOf,
  pullSecretScript,
} from './fluxAuth';

/** A HelmRepository of type oci with a HelmRelease over it, for those who must. */
export const fluxHelmRepository: SnippetGenerator = {
  id: 'flux-helm-repository',
  group: 'flux',
  title: 'Flux HelmRepository (where an OCIRepository cannot be)',
  options: input => [authOption(input)],
  unavailable: noVersion,
  generate(input, options) {
    const pin = pinOf(input);
    const name = objectName(pin.name);
    const auth = fluxAuthOf(options.auth);
    return {
      files: [
        {
          path: `${name}/chart.yaml`,
          language: 'yaml',
          text: lines(
            'apiVersion: source.toolkit.fluxcd.io/v1',
            'kind: HelmRepository',
            'metadata:',
            `  name: ${name}`,
            `  namespace: ${name}`,
            'spec:',
            '  type: oci',
            '  # Without the name of the chart, which the HelmRelease adds.',
            `  url: ${yamlWord(`oci://${pin.parent}`)}`,
            input.chart.plainHttp ? ['  insecure: true'] : [],
            indented(2, authLines(auth, pin.name)),
            '---',
            'apiVersion: helm.toolkit.fluxcd.io/v2',
            'kind: HelmRelease',
            'metadata:',
            `  name: ${name}`,
            `  namespace: ${name}`,
            'spec:',
            '  interval: 10m',
            '  chart:',
            '    spec:',
            `      chart: ${yamlWord(pin.name)}`,
            `      version: ${yamlWord(pin.version)}`,
            '      sourceRef:',
            '        kind: HelmRepository',
            `        name: ${name}`,
            '  # Your values.',
            '  values: {}',
          ),
        },
        ...(auth === 'secret'
          ? [
              {
                path: 'create-pull-secret.sh',
                language: 'shell' as const,
                text: pullSecretScript(input, name),
              },
            ]
          : []),
      ],
      guarantees: 'Flux deploys the version that the tag of this name has.',
      cannot: [
        'It cannot pin bytes: a HelmRelease over a HelmRepository takes a version, and whoever can move the tag changes what is deployed.',
        'It cannot check who signed: of “verify” in a HelmRelease’s chart Flux passes on provider and secretRef only, so an identity in matchOIDCIdentity there counts for nothing.',
        'Flux keeps HelmRepository of type oci as it is and adds nothing to it.',
      ],
      notes: [
        ...versionNotes(input),
        'Use the OCIRepository text wherever chartRef can be used: Flux 2.3 and newer.',
        ...authNotes(auth),
      ],
    };
  },
};
