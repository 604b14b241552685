/** What is said of commands: helm, cosign, and the shell around them. */
export const COMMAND_RULES = {
  'reference-malformed': {
    severity: 'error',
    message: 'This is no reference: a part of it cannot be read.',
    fix: 'Write oci://host/path/name, with :tag or @sha256:… behind it.',
  },
  'empty-segment': {
    severity: 'error',
    message: 'There are two slashes in the path, and no registry accepts that.',
    fix: 'Write one slash.',
  },
  'scheme-missing': {
    severity: 'error',
    message:
      'Without oci:// Helm takes this for a chart of an added repository.',
    fix: 'Write oci:// in front.',
  },
  'scheme-doubled': {
    severity: 'error',
    message: 'There are two schemes in front of the host.',
    fix: 'Keep oci:// and remove the other.',
  },
  'chart-name-missing': {
    severity: 'error',
    message: 'The reference ends before the name of the chart.',
    fix: 'Write the name of the chart at the end: only push and dependencies leave it out.',
  },
  'tag-is-no-version': {
    severity: 'error',
    message: 'Helm takes versions only, and this is none.',
    fix: 'Name a version, or a digest.',
  },
  'version-mismatch': {
    severity: 'error',
    message: 'The reference and --version name different versions.',
    fix: 'Name the version once.',
  },
  'shortened-version': {
    severity: 'warning',
    message:
      'In a registry a shortened version is no range: Helm asks for the tag of exactly this name.',
    fix: 'Write the whole version, or a range such as 1.8.x.',
  },
  'repo-add-oci': {
    severity: 'error',
    message: 'A registry cannot be added as a repository.',
    fix: 'Leave the step out, and name the chart by its whole oci:// reference.',
  },
  'repo-flag-oci': {
    severity: 'error',
    message: '--repo takes http(s) repositories only.',
    fix: 'Name the chart by its whole oci:// reference instead.',
  },
  'login-not-a-host': {
    severity: 'error',
    message:
      'A login takes a host and nothing else: Helm 4 refuses a scheme or a path, Helm 3 drops them.',
    fix: 'Write the host, with its port if it has one.',
  },
  'push-with-chart-name': {
    severity: 'warning',
    message:
      'Helm adds the name of the chart itself, so the chart ends one level too deep.',
    fix: 'Push to the path above, without the name of the chart.',
  },
  'push-with-tag': {
    severity: 'error',
    message:
      'A push takes neither tag nor digest: the tag is the version of the chart.',
    fix: 'Write the path only.',
  },
  'push-directory': {
    severity: 'error',
    message: 'A push takes the packaged chart, not its folder.',
    fix: 'Run helm package first, and push the .tgz.',
  },
  'push-version-flag': {
    severity: 'error',
    message:
      'A push to a registry has no --version: it is the one in the chart.',
    fix: 'Set the version with helm package --version.',
  },
  'plain-http-and-skip-tls': {
    severity: 'warning',
    message:
      'With --insecure-skip-tls-verify Helm forgets --plain-http and speaks TLS.',
    fix: 'Keep the one that the registry needs.',
  },
  'verify-with-digest': {
    severity: 'error',
    message:
      'Helm finds no provenance file for a reference with a digest, so --verify fails.',
    fix: 'Verify by version, or verify the signature with cosign.',
  },
  'digest-needs-newer-helm': {
    severity: 'warning',
    message:
      'The Helm that is set up here is older than 3.18, and fetches by tag what is named by digest.',
    fix: 'Use Helm 3.18 or newer.',
  },
  'push-output-not-captured': {
    severity: 'warning',
    message:
      'Helm 3 writes what it pushed to stderr, Helm 4 to stdout: with Helm 3 nothing arrives here.',
    fix: 'Add 2>&1, and check what was captured.',
  },
  'owner-may-be-uppercase': {
    severity: 'info',
    message:
      'The name of a GitHub owner or repository may hold upper-case letters, and no registry accepts them.',
    fix: 'Turn it into lower case first, e.g. with ${VARIABLE,,}.',
  },
  'pull-from-push-path': {
    severity: 'warning',
    message:
      'This is the path that charts are pushed to; the chart lies below it, under its own name.',
    fix: 'Write the name of the chart at the end.',
  },
  'chart-and-image-in-one-repository': {
    severity: 'warning',
    message:
      'A container image goes to the same repository, so a tag is the one or the other.',
    fix: 'Give charts a path of their own.',
  },
  'chart-lock-digest': {
    severity: 'error',
    message:
      'The digest in Chart.lock is that of a list of dependencies, not of anything in a registry.',
    fix: 'Take the digest that helm push prints.',
  },
  'archive-digest': {
    severity: 'error',
    message:
      'This is the digest of the archive; a reference takes that of the manifest.',
    fix: 'Take the digest that helm push prints.',
  },
  'cosign-scheme': {
    severity: 'error',
    message: 'cosign takes references without a scheme.',
    fix: 'Leave the scheme out.',
  },
  'cosign-by-tag': {
    severity: 'warning',
    message: 'What is signed is whatever the tag points at by then.',
    fix: 'Name the digest that the push printed.',
  },
  'cosign-identity-missing': {
    severity: 'error',
    message: 'Nothing says who may have signed, so cosign refuses to verify.',
    fix: 'Add --certificate-identity and --certificate-oidc-issuer, or --key.',
  },
  'cosign-issuer-missing': {
    severity: 'error',
    message:
      'Nothing says which provider the signer has logged in at, so cosign refuses to verify.',
    fix: 'Add --certificate-oidc-issuer.',
  },
  'cosign-key-and-identity': {
    severity: 'error',
    message:
      'A key and an identity exclude each other, and cosign 3 refuses both.',
    fix: 'Keep the one that the signature was made with.',
  },
  'cosign-ignore-tlog': {
    severity: 'warning',
    message:
      'Without the transparency log nothing proves when a short-lived certificate was used.',
    fix: 'Remove --insecure-ignore-tlog.',
  },
  'identity-unanchored': {
    severity: 'warning',
    message:
      'The expression is not anchored, so it also matches inside other identities.',
    fix: 'Begin it with ^ and end it with $.',
  },
  'identity-anyone': {
    severity: 'warning',
    message: 'The expression matches everybody.',
    fix: 'Say who may have signed.',
  },
} as const;
