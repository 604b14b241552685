import { chunk } from '../../chunk';
import { Database } from '../../database';
import { toText } from '../../rows';

/** An index of PostgreSQL takes no much longer keys. */
const MAX_KEY_LENGTH = 300;

/**
 * Replaces what leads to which entity. A key that several entities hold leads nowhere: whoever merges a catalog file could otherwise take another's
 * consumers over by writing down its key.
 */
export async function replaceOwnerKeys(
  tx: Database,
  keys: readonly { key: string; entityRef: string }[],
): Promise<void> {
  const entities = new Map<string, Set<string>>();
  for (const { key, entityRef } of keys) {
    const text = toText(key);
    if (text.length <= MAX_KEY_LENGTH && entityRef.length <= MAX_KEY_LENGTH) {
      entities.set(text, (entities.get(text) ?? new Set()).add(entityRef));
    }
  }
  const rows = [...entities].flatMap(([key, refs]) =>
    refs.size === 1 ? [...refs].map(entity_ref => ({ key, entity_ref })) : [],
  );
  await tx('owner_keys').delete();
  for (const some of chunk(rows)) {
    await tx('owner_keys').insert(some);
  }
}
