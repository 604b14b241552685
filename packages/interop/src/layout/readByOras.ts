import { run } from '../process/run.ts';
import type { Repository } from '../registry/repository.ts';

/**
 * Has oras walk a layout that was written here.
 *
 * @throws when it finds other referrers than the repository has.
 */
export async function confirmReadByOras(
  oras: string,
  layout: string,
  repository: Repository,
): Promise<void> {
  for (const [tag, digest] of repository.tags) {
    const { stdout } = await run(oras, [
      ...['discover', '--oci-layout', '--format', 'json'],
      `${layout}:${tag}`,
    ]);
    const found: { referrers: { digest: string }[] } = JSON.parse(stdout);
    const seen = found.referrers.map(referrer => referrer.digest).sort();
    const ours = repository.referrers(digest).map(item => item.digest);
    if (seen.join() !== ours.sort().join()) {
      throw new Error(`oras finds other referrers of ${layout}:${tag}`);
    }
  }
}
