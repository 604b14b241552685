import { LocatedObject } from './documents';
import { isRecord } from './json';

type ReadObject = Pick<LocatedObject, 'group' | 'kind' | 'object'>;

/**
 * What a file in Git can say of an object: what is wanted. Its status, and who made it, only a cluster knows; a file that says so all
 * the same would make something run that does not, or something of others vanish.
 */
export function asInGit<T extends ReadObject>(read: T): T {
  const { status, ...object } = read.object;
  const { metadata } = object;
  if (!isRecord(metadata)) {
    return { ...read, object };
  }
  const { uid, ownerReferences, ...written } = metadata;
  return { ...read, object: { ...object, metadata: written } };
}
