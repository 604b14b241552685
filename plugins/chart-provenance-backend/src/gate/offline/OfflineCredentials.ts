/**
 * How the registry is signed in to, offline: by the Docker configuration of whoever runs it (`$DOCKER_CONFIG`, `~/.docker/config.json`, Podman's, or
 * the one at `path`), or not at all. Where there is no such file, without credentials.
 *
 * @public
 */
export type OfflineCredentials =
  | { type: 'dockerConfig'; path?: string }
  | { type: 'none' };
