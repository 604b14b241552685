import { chunk } from '../../chunk';
import { Database } from '../../database';
import { LegacyRepositoryRow } from '../../rows';

/** Marks exactly these repositories as configured; new ones were never read. What is known of the others stays. */
export async function configureRepositories(
  tx: Database,
  urls: readonly string[],
): Promise<void> {
  await tx<LegacyRepositoryRow>('legacy_repositories').update({
    configured: false,
  });
  for (const some of chunk(urls)) {
    await tx<LegacyRepositoryRow>('legacy_repositories')
      .insert(
        some.map(url => ({
          url,
          configured: true,
          entry_problems: '[]',
          entry_problem_count: 0,
        })),
      )
      .onConflict('url')
      .merge(['configured']);
  }
}
