import { VERSIONING } from './versioning';

const DIGEST = '(?<currentDigest>sha256:[a-f0-9]{64})';
const QUOTE = `["']?`;
const COMMENT = '[ \\t]+#[ \\t]*(?<currentValue>[\\w.+-]+)';
/** A few lines between two keys of one source; another source does not begin in them. */
const BETWEEN = '(?:[ \\t]+[^\\s-][^\\n]*\\n){0,10}?';
const LOCATION = `repoURL:[ \\t]*${QUOTE}oci://(?<depName>[^\\s"'@]+)${QUOTE}[ \\t]*(?:#[^\\n]*)?`;
const REVISION = `targetRevision:[ \\t]*${QUOTE}${DIGEST}${QUOTE}${COMMENT}`;

const HEAD = {
  customType: 'regex',
  datasourceTemplate: 'docker',
  versioningTemplate: VERSIONING,
} as const;

/** What Renovate has no manager for: the version stands in a comment behind the digest. RE2 has no look-around, so both orders are written. */
export function customManagers(): object[] {
  return [
    {
      ...HEAD,
      description: ['Argo CD: oci:// sources with a digest'],
      managerFilePatterns: ['/\\.ya?ml$/'],
      matchStrings: [
        `${LOCATION}\\r?\\n${BETWEEN}[ \\t]+${REVISION}`,
        `${REVISION}[^\\n]*\\n${BETWEEN}[ \\t]+${LOCATION}`,
      ],
    },
    {
      ...HEAD,
      description: [
        'Helmfile, Terraform and scripts: oci://…@sha256:… # version',
      ],
      managerFilePatterns: ['/\\.(?:ya?ml|gotmpl|tf|tofu|sh)$/'],
      matchStrings: [
        `oci://(?<depName>[^\\s"'@]+)@${DIGEST}${QUOTE}${COMMENT}`,
      ],
    },
  ];
}
