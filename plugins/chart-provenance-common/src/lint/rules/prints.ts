import { Print, READER_PRINTS } from '../../consumers/finding/prints';
import { LintRule } from './ruleTable';

/** A tool whose words are known. */
export type ToolName = 'helm' | 'cosign' | 'argocd' | 'flux' | 'kubectl';

const NOT_A_REPOSITORY =
  'looks like "{}" is not a valid chart repository or cannot be reached';

/** What tools print, besides what stands in the readers' table. Each line was printed by Helm 4.2.4 or cosign 3.1.2. */
const OWN: Readonly<Record<string, readonly Print[]>> = {
  'reference-malformed': [{ name: 'helm', prints: 'invalid reference' }],
  'reference-in-url': [
    { name: 'helm', prints: 'invalid reference' },
    { name: 'flux', prints: 'invalid reference' },
  ],
  'empty-segment': [
    { name: 'helm', prints: 'invalid reference: invalid repository "{}"' },
    { name: 'cosign', prints: 'could not parse reference: {}' },
  ],
  'scheme-missing': [{ name: 'helm', prints: 'not found' }],
  'scheme-doubled': [{ name: 'helm', prints: 'no such host' }],
  'tag-is-no-version': [{ name: 'helm', prints: 'improper constraint: "{}"' }],
  'version-mismatch': [
    { name: 'helm', prints: 'chart reference and version mismatch: {}' },
  ],
  'shortened-version': [{ name: 'helm', prints: '{}: not found' }],
  'repo-add-oci': [{ name: 'helm', prints: NOT_A_REPOSITORY }],
  'repo-flag-oci': [{ name: 'helm', prints: NOT_A_REPOSITORY }],
  'login-not-a-host': [
    { name: 'helm', prints: 'invalid reference: invalid registry "{}"' },
  ],
  'push-with-chart-name': [{ name: 'helm', prints: 'Pushed: {}' }],
  'push-with-tag': [{ name: 'helm', prints: 'invalid reference: invalid' }],
  'push-directory': [
    {
      name: 'helm',
      prints: 'cannot push directory, must provide chart archive (.tgz)',
    },
  ],
  'push-version-flag': [{ name: 'helm', prints: 'unknown flag: --version' }],
  'plain-http-and-skip-tls': [
    { name: 'helm', prints: 'http: server gave HTTP response to HTTPS client' },
  ],
  'verify-with-digest': [
    { name: 'helm', prints: 'failed to fetch provenance' },
  ],
  'cosign-scheme': [
    { name: 'cosign', prints: 'could not parse reference: {}' },
  ],
  'cosign-by-tag': [
    {
      name: 'cosign',
      prints: 'uses a tag, not a digest, to identify the image to sign',
    },
  ],
  'cosign-identity-missing': [
    {
      name: 'cosign',
      prints:
        '--certificate-identity or --certificate-identity-regexp is required for verification in keyless mode',
    },
  ],
  'cosign-issuer-missing': [
    {
      name: 'cosign',
      prints:
        '--certificate-oidc-issuer or --certificate-oidc-issuer-regexp is required for verification in keyless mode',
    },
  ],
  'cosign-key-and-identity': [
    {
      name: 'cosign',
      prints:
        'exactly one of: key reference (--key) or certificate identity (--certificate-identity or --certificate-identity-regexp), must be provided',
    },
  ],
  'cosign-ignore-tlog': [
    {
      name: 'cosign',
      prints:
        'WARNING: Skipping tlog verification is an insecure practice that lacks transparency and auditability verification for the signature.',
    },
  ],
  'dependency-url': [{ name: 'helm', prints: 'charts/{} not found' }],
  'dependency-name-path': [
    {
      name: 'helm',
      prints: 'found in Chart.yaml, but missing in charts/ directory: {}',
    },
  ],
  'index-oci-url': [
    { name: 'flux', prints: 'unsupported protocol scheme "oci"' },
  ],
};

const MAX_ABOUT = 200;

/** What a tool prints about a text; null where it says nothing, or nothing that is known. */
export function printOf(
  rule: LintRule,
  tool: ToolName | undefined,
  about: string,
): Print | null {
  const prints = [...lookUp(READER_PRINTS, rule), ...lookUp(OWN, rule)];
  const print =
    tool === undefined ? prints[0] : prints.find(({ name }) => name === tool);
  return print === undefined
    ? null
    : {
        ...print,
        prints: print.prints.replace('{}', () => about.slice(0, MAX_ABOUT)),
      };
}

function lookUp(
  table: Readonly<Record<string, readonly Print[]>>,
  rule: string,
): readonly Print[] {
  return Object.hasOwn(table, rule) ? table[rule] : [];
}
