/**
 * References and digests: pure, for Node and browsers alike.
 *
 * @packageDocumentation
 */
export { formatReference } from './formatReference';
export { InvalidReferenceError } from './InvalidReferenceError';
export type { ReferenceProblem } from './InvalidReferenceError';
export { isDigest, parseDigest } from './parseDigest';
export { parseReference } from './parseReference';
export { isTag } from './parseTag';
export type { Reference } from './Reference';
