import type { SnippetInput } from '../../types';
import { versionNotes } from '../facts';

/** What no form of Argo CD can do. */
export const NO_SIGNATURES =
  'Argo CD checks no signatures of charts: what keeps an unsigned one out is the gate before the pin is merged, and an admission policy that asks for pins.';

export const OCI_LINK = {
  title: 'Argo CD: OCI sources',
  href: 'https://argo-cd.readthedocs.io/en/stable/user-guide/oci/',
};

/** Notes that all native OCI sources share. */
export function ociNotes(input: SnippetInput): string[] {
  return [
    ...versionNotes(input),
    'It takes Argo CD 3.1 or newer. Older ones answer “unsupported protocol scheme "oci"”: use the Helm-typed text for those.',
    'The name of the chart stands at the end of repoURL. Do not add “chart”: beside an oci:// repoURL it is ignored.',
    'The AppProject has to allow this repoURL in sourceRepos, and a private registry takes a repository Secret of type oci.',
    'To move to another version, change the digest and the comment together.',
  ];
}
