import { Hindrance, hindrance, hindranceOf } from './Hindrance';
import type { GateFacts } from './types';

/**
 * The digest that is decided about; null when it cannot be told. The digest of the reference wins: what it names is what is deployed.
 *
 * @internal
 */
export function digestOf({ asked, tag }: GateFacts): string | null {
  return asked.digest ?? (tag?.state === 'at' ? tag.digest : null);
}

/**
 * What stands against the reference itself: its tag, and whether it is pinned.
 *
 * @internal
 */
export function aboutReference(facts: GateFacts): Hindrance[] {
  const { asked, environment, require } = facts;
  const isPinned = asked.digest !== null;
  const mustBePinned =
    environment.requireDigest !== false || require.digest === true;
  return [
    ...aboutTag(facts),
    ...(!isPinned && (mustBePinned || asked.tag === null)
      ? [
          hindrance(
            'not-pinned',
            mustBePinned
              ? `The environment ${environment.name} takes digests only, and the reference names none.`
              : 'The reference names neither a tag nor a digest.',
            facts,
          ),
        ]
      : []),
  ];
}

function aboutTag(facts: GateFacts): Hindrance[] {
  const { asked, tag } = facts;
  if (asked.tag === null) {
    return [];
  }
  switch (tag?.state) {
    case 'at':
      return asked.digest === null || asked.digest === tag.digest
        ? []
        : [
            hindrance(
              'tag-elsewhere',
              `The tag ${asked.tag} points at ${tag.digest} now, not at ${asked.digest}.`,
              facts,
            ),
          ];
    case 'absent':
      return [
        hindrance(
          'tag-not-found',
          `The registry has no tag ${asked.tag} in this repository.`,
          facts,
        ),
      ];
    case 'unknown':
      return [hindranceOf(tag.reason)];
    default:
      return [
        hindrance(
          'registry-unreachable',
          `Where the tag ${asked.tag} points now was not asked.`,
          facts,
        ),
      ];
  }
}
