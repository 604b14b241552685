import { StoreContext } from '../../reads/StoreContext';
import { ImageRepositoryRow, WorkRow } from '../../rows';
import { Lease } from '../../types';

/** Takes a row out of the queue, unless its lease was lost: then it is somebody else's. See `ImageStore.retire`. */
export async function retireWork(
  { database }: StoreContext,
  { key, token }: Lease,
): Promise<void> {
  await database.transaction(async tx => {
    const count = await tx<WorkRow>('work_queue')
      .where({ key, lease_token: token })
      .delete();
    if (count === 1) {
      await tx<ImageRepositoryRow>('image_repositories')
        .where('work_key', key)
        .delete();
    }
  });
}
