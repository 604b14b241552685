/** How tags of charts are read: three numbers and a pre-release; what stands for build metadata orders nothing. */
export const VERSIONING =
  'regex:^v?(?<major>\\d+)\\.(?<minor>\\d+)\\.(?<patch>\\d+)(?:-(?<prerelease>[0-9A-Za-z.-]+))?(?:[_+][0-9A-Za-z._-]+)?$';
