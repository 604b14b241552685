import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * What is in a body compressed with gzip, unpacked as it is read and no further. Whoever drops it drops the body too; what is no gzip, or
 * ends too early, is an error of zlib's.
 *
 * @internal
 */
export function unpacked(body: Readable): Readable {
  // Its callback is for nobody: a failure of either comes out of the reading.
  return pipeline(body, createGunzip(), () => {});
}
