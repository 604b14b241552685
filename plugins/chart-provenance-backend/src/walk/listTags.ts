import { isNameUnknown, isRegistryFailure } from './toProblem';
import { WalkSession } from './WalkSession';
import { WalkStopped } from './WalkStopped';

/** The repository's tags as listed. */
export interface TagListing {
  tags: string[];
  /** True when every page was read: only then does a missing tag mean that it was removed. */
  complete: boolean;
  /** False when not even the first page came: there is nothing to go on with. */
  answered: boolean;
}

/**
 * Lists every tag. A repository that the registry says it does not know is empty, as long as nothing was ever seen in it;
 * afterwards the same answer may as well mean that access was withdrawn.
 */
export async function listTags(
  session: WalkSession,
  seenBefore: boolean,
): Promise<TagListing> {
  const tags = new Set<string>();
  let answered = false;
  try {
    for await (const page of session.tags()) {
      answered = true;
      page.forEach(tag => tags.add(tag));
    }
    return { tags: [...tags], complete: true, answered: true };
  } catch (error) {
    if (!(error instanceof WalkStopped) && !isRegistryFailure(error)) {
      throw error;
    }
    if (!answered && !seenBefore && isNameUnknown(error)) {
      return { tags: [], complete: true, answered: true };
    }
    report(session, error);
    return { tags: [...tags], complete: false, answered };
  }
}

function report(session: WalkSession, error: unknown): void {
  if (isRegistryFailure(error) && error.code === 'not-found') {
    session.add({
      code: 'registry-denied',
      message:
        'The registry answers that there is no such repository; it may be private, gone or spelled otherwise.',
      side: 'registry',
    });
    return;
  }
  session.report(error);
}
