/** What is said of manifests, charts and other files. */
export const MANIFEST_RULES = {
  unpinned: {
    severity: 'info',
    message:
      'It takes whatever fits, or whatever the tag points at: what is deployed changes without a change here.',
    fix: 'Name the digest, or one exact version where the form takes no digest.',
  },
  'dependency-url': {
    severity: 'error',
    message:
      'A dependency has no url, so Helm looks for it in the charts folder.',
    fix: 'Name the field repository.',
  },
  'dependency-name-path': {
    severity: 'error',
    message:
      'The name of a dependency is that of the chart: with a path Helm downloads it and then does not find it.',
    fix: 'Move the path to the end of repository.',
  },
  'keyless-without-identity': {
    severity: 'error',
    message: 'It verifies keyless without saying who may have signed.',
    fix: 'Name issuer and subject.',
  },
  'index-oci-url': {
    severity: 'warning',
    message:
      'The index points into a registry: Helm follows, Flux and other readers of the index do not.',
    fix: 'Point at the archive, or let consumers name the registry.',
  },
} as const;
