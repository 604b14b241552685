import { ConsumerState } from '../../operations/consumer/listConsumerStates';

/** When the legacy charts of some consumers were last seen in use (ISO), by the legacy chart. */
export function legacyUseOf<T extends ConsumerState>(
  states: readonly T[],
  readAt: (state: T) => string | null,
): Map<string, string> {
  const lastSeen = new Map<string, string>();
  for (const state of states) {
    const seenAt = state.seen_at ?? readAt(state);
    if (state.legacy_id !== null && seenAt !== null) {
      const before = lastSeen.get(state.legacy_id) ?? '';
      lastSeen.set(state.legacy_id, seenAt > before ? seenAt : before);
    }
  }
  return lastSeen;
}
