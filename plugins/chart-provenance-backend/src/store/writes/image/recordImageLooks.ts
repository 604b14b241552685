import { ImageLook } from '../../ImageStore';
import { deleteUnusedVerdicts } from '../../operations/image/deleteUnusedVerdicts';
import { putVerdict } from '../../operations/image/putVerdict';
import { releaseLease } from '../../operations/queue/releaseLease';
import { StoreContext } from '../../reads/StoreContext';
import { toJson } from '../../rows';
import { Lease, Reschedule } from '../../types';

/** Writes looks at an image in one transaction. See `ImageStore.recordLooks`. */
export async function recordImageLooks(
  { database, now }: StoreContext,
  name: string,
  looks: readonly ImageLook[],
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    await releaseLease(tx, lease, next, now().toISOString());
    for (const look of looks) {
      await putVerdict(tx, {
        name,
        reference: look.reference,
        digest: look.digest,
        verdict: look.verdict && toJson(look.verdict),
        policy: look.policy,
        inputs_hash: look.inputsHash,
        checked_at: look.checkedAt,
        attempted_at: look.attemptedAt,
        problem: look.problem && toJson(look.problem),
      });
    }
    await deleteUnusedVerdicts(tx, name);
  });
}
