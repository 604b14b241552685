import type { Descriptor } from '../descriptor/Descriptor';
import type { Manifest } from '../descriptor/Manifest';

/**
 * The content a manifest cannot do without: config and layers, or an index's manifests. The subject is not among them.
 *
 * @public
 */
export function childrenOf(manifest: Manifest): Descriptor[] {
  return manifest.kind === 'index'
    ? manifest.manifests
    : [manifest.config, ...manifest.layers];
}
