/** What a tool prints; `{}` stands for the text that it complains of. */
export interface Print {
  name: string;
  prints: string;
}

const VERSION = 'improper constraint: "{}"';
const REPOSITORY = 'invalid reference: invalid repository "{}"';

/**
 * What tools print for the rules of the readers, the one that most people meet first. Those of Helm and cosign were printed by Helm 4.2.4 and cosign 3.1.2,
 * the others stand in the sources of Argo CD 3.5 and Flux 2.9.
 */
export const READER_PRINTS: Readonly<Record<string, readonly Print[]>> = {
  'argocd-oci-and-chart': [
    { name: 'argocd', prints: 'unsupported protocol scheme "oci"' },
  ],
  'trailing-slash': [{ name: 'helm', prints: REPOSITORY }],
  'uppercase-repository': [
    { name: 'helm', prints: REPOSITORY },
    { name: 'cosign', prints: 'could not parse reference: {}' },
  ],
  'chart-name-repeated': [
    { name: 'helm', prints: 'could not download oci://{}: … not found' },
  ],
  'digest-as-version': [{ name: 'helm', prints: VERSION }],
  'digest-malformed': [
    { name: 'helm', prints: 'invalid reference: invalid digest "{}"' },
    { name: 'cosign', prints: 'could not parse reference: {}' },
  ],
  'underscore-in-version': [{ name: 'helm', prints: VERSION }],
  'plus-in-tag': [
    { name: 'helm', prints: 'invalid reference: invalid tag "{}"' },
    { name: 'cosign', prints: 'could not parse reference: {}' },
  ],
  'flux-verify-several-identities': [
    { name: 'flux', prints: 'unsupported: multiple identities' },
  ],
  'oci-repository-without-layer-selector': [
    {
      name: 'flux',
      prints: 'requires gzip-compressed body: gzip: invalid header',
    },
  ],
  'oci-repository-under-sourceref': [
    {
      name: 'kubectl',
      prints:
        'spec.chart.spec.sourceRef.kind: Unsupported value: "OCIRepository"',
    },
  ],
};

/** The first, with an ellipsis for what it complains of; null where nothing is printed. */
export function firstPrint(rule: string): Print | null {
  const print = Object.hasOwn(READER_PRINTS, rule)
    ? READER_PRINTS[rule][0]
    : undefined;
  return print === undefined
    ? null
    : { ...print, prints: print.prints.replace('{}', '…') };
}
