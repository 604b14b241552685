import { CiSettings, CiStep, TOOL_VERSIONS } from '../scripts';

/**
 * Has the tools in the job, from where their projects publish them.
 *
 * @param packages - of Alpine, besides what every job needs
 * @internal
 */
export function toolsStep(
  { helm, cosign }: CiSettings,
  packages: readonly string[],
): CiStep {
  const helmFile = `helm-${TOOL_VERSIONS.helm[helm]}-linux-amd64.tar.gz`;
  const cosignFolder = `https://github.com/sigstore/cosign/releases/download/${TOOL_VERSIONS.cosign[cosign]}`;
  return {
    name: 'Tools',
    why: [
      'The sums come from where the tools come from: they find a broken download, not a bad one. Better is an image of your own with these tools, pinned by digest.',
    ],
    script: [
      `apk add --no-cache ${['git', 'jq', 'curl', ...packages].join(' ')}`,
      'mkdir -p tools',
      'cd tools',
      `curl --fail --silent --show-error --location --remote-name-all https://get.helm.sh/${helmFile} https://get.helm.sh/${helmFile}.sha256sum`,
      `sha256sum -c ${helmFile}.sha256sum`,
      `tar -xzf ${helmFile} --strip-components 1 linux-amd64/helm`,
      `curl --fail --silent --show-error --location --remote-name-all ${cosignFolder}/cosign-linux-amd64 ${cosignFolder}/cosign_checksums.txt`,
      "grep ' cosign-linux-amd64$' cosign_checksums.txt | sha256sum -c -",
      'mv cosign-linux-amd64 cosign',
      'chmod +x cosign',
      'cd ..',
      'export PATH="$PWD/tools:$PATH"',
    ],
  };
}
