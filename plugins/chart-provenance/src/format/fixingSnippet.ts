import { ConsumerForm } from 'backstage-plugin-chart-provenance-common';

const BY_FORM: Partial<Record<ConsumerForm, string>> = {
  'argocd-helm': 'argocd-oci',
  'argocd-oci': 'argocd-oci',
  'flux-helm-repository': 'flux-oci-repository',
  'flux-oci-repository': 'flux-oci-repository',
  'chart-dependency': 'chart-dependency',
};

/**
 * Id of the text that fits how a consumer names its chart; undefined where the reader has to choose.
 *
 * @internal
 */
export function fixingSnippet(form: ConsumerForm): string | undefined {
  return BY_FORM[form];
}
