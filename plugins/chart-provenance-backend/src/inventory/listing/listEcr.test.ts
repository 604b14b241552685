import { JsonObject } from '@backstage/types';
import {
  ACCOUNT,
  ecrError,
  REGION,
  startAwsCloud,
} from '../../registries/aws/__testUtils__/awsCloud';
import { stopStandIns } from '../../registries/cloud/__testUtils__/standIn';
import { closeAll, listingOf } from './__testUtils__/listingOf';
import { failing, kept } from './__testUtils__/pages';

afterEach(async () => {
  await closeAll();
  await stopStandIns();
});

describe('ECR', () => {
  async function ecr(
    answer: (body: JsonObject) => ReturnType<typeof ecrError> | object,
  ) {
    const cloud = await startAwsCloud();
    await cloud.irsa();
    const asked: JsonObject[] = [];
    cloud.faults.ecr = ({ headers, body }) => {
      if (
        headers['x-amz-target'] !==
        'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories'
      ) {
        return undefined;
      }
      const parsed: JsonObject = JSON.parse(body);
      asked.push(parsed);
      const answered = answer(parsed);
      return 'status' in answered
        ? answered
        : {
            headers: { 'content-type': 'application/x-amz-json-1.1' },
            body: JSON.stringify(answered),
          };
    };
    const { reading } = await listingOf({
      host: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`,
      auth: { type: 'aws' },
      repositories: [{ match: 'acme/charts/{name}' }],
    });
    return { reading, asked };
  }
  const page = (names: string[], nextToken?: string) => ({
    repositories: names.map(repositoryName => ({
      ...{ repositoryName, registryId: ACCOUNT, createdAt: 1.7e9 },
      repositoryUri: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${repositoryName}`,
      imageTagMutability: 'IMMUTABLE',
    })),
    ...(nextToken && { nextToken }),
  });

  it('is listed page after page with the identity of the AWS integration', async () => {
    const { reading, asked } = await ecr(({ nextToken }) =>
      nextToken === 'two'
        ? page(['web', ...kept(3).slice(2)])
        : page(kept(3).slice(0, 2), 'two'),
    );
    expect(reading).toEqual({
      method: 'ecr',
      repositories: kept(3),
      complete: true,
    });
    expect(asked).toEqual([
      { registryId: ACCOUNT, maxResults: 1_000 },
      { registryId: ACCOUNT, maxResults: 1_000, nextToken: 'two' },
    ]);
  });

  it('says which permission it lacks', async () => {
    const { reading } = await ecr(() =>
      ecrError(
        'AccessDeniedException',
        'User: arn:aws:sts::1:x is not authorized to perform: ecr:DescribeRepositories on resource: *',
      ),
    );
    expect(reading).toEqual(
      failing(/Whoever manages IAM/, /does not allow ecr:DescribeRepositories/),
    );
    expect(JSON.stringify(reading)).not.toContain('arn:');
  });

  it('with pages without end is given up', async () => {
    const { reading } = await ecr(() =>
      page(Array(1_000).fill('acme/charts/a'), 'again'),
    );
    expect(reading).toEqual(failing(/listing: none/, /more than is read/));
  }, 60_000);

  it('that answers something else is not believed', async () => {
    const { reading } = await ecr(() => ({
      repositories: [{ registryId: ACCOUNT }],
    }));
    expect(reading).toEqual(failing(/host and listing/));
  });
});
