import { OrasError } from 'chart-provenance-oras';
import { z } from 'zod';
import { EcrAccess } from '../../registries';
import { MAX_PAGES } from './bounds';
import { ListRepositories } from './ListingCall';

const PAGE_SIZE = 1_000;

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
const pageSchema = z.object({
  repositories: z
    .array(z.object({ repositoryName: z.string() }))
    .max(PAGE_SIZE)
    .default([]),
  nextToken: z.string().optional(),
});

/** ECR: `ecr:DescribeRepositories`, with the identity that the registry's passwords are asked for with. */
export const listEcr: ListRepositories = async ({
  registry: { host, auth },
  deps,
  sieve,
  signal,
}) => {
  if (auth.type !== 'aws') {
    throw new Error(`${host} is not signed in to with an AWS identity`);
  }
  const ecr = new EcrAccess({ host, auth }, deps);
  const { DescribeRepositoriesCommand } = await import('@aws-sdk/client-ecr');
  await ecr.use(async client => {
    let nextToken: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const answer = await client.send(
        new DescribeRepositoriesCommand({
          registryId: ecr.registryId,
          maxResults: PAGE_SIZE,
          nextToken,
        }),
        { abortSignal: signal },
      );
      const found = pageSchema.safeParse(answer);
      if (!found.success) {
        throw new OrasError(
          'malformed-response',
          `${host}: the list of repositories cannot be read`,
          { host },
        );
      }
      const { repositories } = found.data;
      sieve.take(repositories.map(one => one.repositoryName));
      nextToken = found.data.nextToken;
      if (nextToken === undefined) {
        return;
      }
    }
    throw new OrasError('too-many', `${host}: more pages than are read`);
  });
  return true;
};
