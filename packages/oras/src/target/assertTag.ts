import { OrasError } from '../error/OrasError';
import { isTag } from '../reference/parseTag';

/** @internal */
export function assertTag(tag: string): void {
  if (!isTag(tag)) {
    throw new OrasError(
      'invalid-reference',
      `${JSON.stringify(tag.slice(0, 160))} is no tag`,
    );
  }
}

/** @internal */
export function notFound(what: string): OrasError {
  return new OrasError('not-found', `${what.slice(0, 160)}: not found`);
}
