import { Finding } from '../types';
import { firstPrint } from './prints';

/** Every rule that readers state: only what is certain from the document itself. The reference checker says the same in the same words. */
export const READER_RULES = {
  'argocd-oci-and-chart': {
    severity: 'error',
    message:
      'With oci:// in repoURL Argo CD ignores chart and fetches repoURL literally; before 3.1 it fails.',
    fix: 'Put the chart name at the end of repoURL, set path to ".", and remove chart.',
  },
  'trailing-slash': {
    severity: 'error',
    message:
      'The location ends with a slash, so the reference has two of them and no registry accepts it.',
    fix: 'Remove the slash at the end.',
  },
  'uppercase-repository': {
    severity: 'error',
    message:
      'There is an upper-case letter in the repository: no registry accepts it.',
    fix: 'Write the repository in lower case.',
  },
  'reference-in-url': {
    severity: 'error',
    message:
      'The URL holds a tag or digest, where only the repository belongs.',
    fix: 'Move the tag or digest out of the URL, into the field for it.',
  },
  'chart-name-repeated': {
    severity: 'warning',
    message:
      'The repository already ends with the name of the chart, which is added once more.',
    fix: 'Leave the name out of the repository, unless the chart really lies there.',
  },
  'digest-as-version': {
    severity: 'error',
    message:
      'A digest stands where only a version or a range can: it is refused.',
    fix: 'Write the version, or use a form that takes digests.',
  },
  'digest-malformed': {
    severity: 'error',
    message: 'What stands where a digest belongs is none.',
    fix: 'Write sha256: and 64 hexadecimal digits in lower case.',
  },
  'underscore-in-version': {
    severity: 'error',
    message: 'The version is written as a tag, with _ for +: Helm refuses it.',
    fix: 'Write + in versions.',
  },
  'plus-in-tag': {
    severity: 'error',
    message: 'A tag cannot hold +.',
    fix: 'Write _ for + in tags.',
  },
  'number-as-version': {
    severity: 'error',
    message:
      'The version is a number, because it is not in quotes: zeros at its end are lost.',
    fix: 'Put the version in quotes.',
  },
  'other-source-runs': {
    severity: 'warning',
    message:
      'What runs was deployed from another source than the one that is asked for now.',
    fix: 'Synchronise it, or find out why that does not succeed.',
  },
  'other-destination-runs': {
    severity: 'warning',
    message:
      'Argo CD has not compared it with the destination that it names now, so what its status records runs elsewhere.',
    fix: 'Look at its conditions in Argo CD: the project may not allow the destination.',
  },
  'applicationset-template-patch': {
    severity: 'info',
    message:
      'A templatePatch may change what is deployed; it is not applied here.',
    fix: 'Look at the Applications it makes.',
  },
  'flux-verify-anyone': {
    severity: 'error',
    message:
      'It verifies keyless without matchOIDCIdentity, so a signature by anybody with a Sigstore certificate will do.',
    fix: 'Say who may sign with matchOIDCIdentity, in an OCIRepository.',
  },
  'flux-verify-several-identities': {
    severity: 'warning',
    message:
      'More than one matchOIDCIdentity makes verification of Sigstore bundles fail.',
    fix: 'Write one identity, with alternatives in an anchored expression.',
  },
  'flux-verify-unanchored': {
    severity: 'warning',
    message:
      'An expression in matchOIDCIdentity is not anchored, so it also matches inside other identities.',
    fix: 'Begin it with ^ and end it with $.',
  },
  'flux-verify-without-oci': {
    severity: 'error',
    message:
      'Flux verifies charts in registries only; this one is in an http(s) repository.',
    fix: 'Take the chart from a registry, or remove verify.',
  },
  'oci-repository-without-layer-selector': {
    severity: 'warning',
    message:
      'Without a layerSelector Flux takes the first layer, which is a provenance file for some charts.',
    fix: 'Set layerSelector to mediaType application/vnd.cncf.helm.chart.content.v1.tar+gzip and operation copy.',
  },
  'oci-repository-under-sourceref': {
    severity: 'error',
    message: 'Flux refuses an OCIRepository under chart.spec.sourceRef.',
    fix: 'Use chartRef instead of chart.',
  },
  'ambiguous-source': {
    severity: 'error',
    message:
      'The source that it names is there several times, equally near and with different contents, so its chart cannot be told.',
    fix: 'Put the source that is meant into the folder of what names it, or give the others another name.',
  },
  'chart-and-chartref': {
    severity: 'error',
    message: 'Flux refuses a HelmRelease with both chart and chartRef.',
    fix: 'Keep one of them.',
  },
  'helm-repository-type': {
    severity: 'error',
    message:
      'A HelmRepository needs type: oci for an oci:// URL, and only for one.',
    fix: 'Make type and URL agree.',
  },
  'flux-remote-cluster': {
    severity: 'info',
    message:
      'It deploys to the cluster of a kubeconfig; which one that is cannot be told from here.',
    fix: 'Nothing is wrong; name the environment with a rule when it matters.',
  },
  'lock-out-of-date': {
    severity: 'warning',
    message: 'Chart.lock does not fit Chart.yaml, so it pins nothing.',
    fix: 'Run helm dependency update and commit Chart.lock.',
  },
} satisfies Record<string, Omit<Finding, 'rule'>>;

/** Id of a rule of the readers. */
export type FindingRule = keyof typeof READER_RULES;

/** The finding of a rule. */
export function finding(rule: FindingRule): Finding {
  const tool = firstPrint(rule);
  return {
    rule,
    ...READER_RULES[rule],
    ...(tool ? { tool } : {}),
    anchor: `#${rule}`,
  };
}
