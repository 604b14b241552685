import {
  AnnouncedEntry,
  DistrustChanges,
  DistrustStore,
  ReachedVersion,
} from './DistrustStore';
import { countPending } from './operations/distrust/countPending';
import { forgetEntries } from './operations/distrust/forgetEntries';
import { rememberEntry } from './operations/distrust/rememberEntry';
import { readReached } from './reads/distrust/readReached';
import { StoreContext } from './reads/StoreContext';

/** What stands on the distrust list, in the plugin's database. */
export class DatabaseDistrustStore implements DistrustStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async reachedBy(
    entryId: string,
    limit: number,
  ): Promise<{ versions: ReachedVersion[]; total: number }> {
    return readReached(this.#context, entryId, limit);
  }

  async pending(): Promise<number> {
    const { database, judgedWith } = this.#context;
    return judgedWith ? countPending(database, judgedWith()) : 0;
  }

  async remember(
    entries: readonly AnnouncedEntry[],
    tell: (changes: DistrustChanges) => Promise<void>,
  ): Promise<void> {
    const { database, now } = this.#context;
    const seenAt = now().toISOString();
    await database.transaction(async tx => {
      const added: string[] = [];
      const changed: string[] = [];
      for (const { id, hash } of entries) {
        const row = { entry_id: id, entry_hash: hash, seen_at: seenAt };
        const found = await rememberEntry(tx, row);
        if (found !== 'seen') {
          (found === 'added' ? added : changed).push(id);
        }
      }
      const removed = await forgetEntries(
        tx,
        entries.map(({ id }) => id),
      );
      if (added.length + changed.length + removed.length > 0) {
        await tell({ added, changed, removed });
      }
    });
  }
}
