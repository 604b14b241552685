import type { Accident } from '../cells/types.ts';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { folderFor } from '../ground/folderFor.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import { alterPayload } from './alterPayload.ts';
import { packageChart } from './chart.ts';
import type { Manner } from './cosignArguments.ts';
import { referenceOf, type MadeCell } from './MadeCell.ts';
import {
  OCI_INDEX,
  OCI_MANIFEST,
  RegistryClient,
  type Descriptor,
} from './RegistryClient.ts';
import { push, sign } from './steps.ts';
import { transplant, type Donor } from './transplant.ts';

/** What the accident is done with. */
export interface AccidentKit {
  archive: string;
  /** Absent where nothing is signed. */
  manner?: Manner;
}

/** @returns the cell as it is afterwards. */
export async function happen(
  ground: Ground,
  what: Accident,
  made: MadeCell,
  kit: AccidentKit,
): Promise<MadeCell> {
  switch (what) {
    case 'payload-altered': {
      const donor = await signedDonor(ground, made, kit, kit.archive);
      await transplant(ground, donor, made, alterPayload);
      return made;
    }
    case 'moved-from-another': {
      const folder = folderFor(ground, `cells/${made.cell.id}/another`);
      const another = await packageChart(ground, folder, {
        words: `another than ${made.cell.id}`,
      });
      const donor = await signedDonor(ground, made, kit, another);
      await transplant(ground, donor, made);
      return made;
    }
    case 'copied':
    case 'copied-with-all-tags': {
      const donor = await signedDonor(ground, made, kit, kit.archive);
      await copy(ground, donor, made, what === 'copied' ? [] : ['--all-tags']);
      return made;
    }
    case 'tagged-otherwise':
      await run(
        installed(ground.tools, 'oras'),
        ['tag', '--plain-http', referenceOf(made), '9.9.9'],
        { env: toolEnv(ground) },
      );
      return made;
    case 'index-lies':
      await lie(made);
      return made;
    case 'index-wrapped':
      return wrap(made, []);
    default:
      return wrap(made, [await another(ground, made)]);
  }
}

/** Signs the archive rightly, in a repository that the product never reads. */
async function signedDonor(
  ground: Ground,
  { cell, registry }: MadeCell,
  { manner }: AccidentKit,
  archive: string,
): Promise<Donor> {
  if (!manner) {
    throw new Error(`${cell.id} has no method to sign with`);
  }
  const parent = `donors/${cell.id}`;
  const digest = await push(ground, archive, `${registry.host}/${parent}`);
  const repository = `${parent}/app`;
  const reference = `${registry.host}/${repository}@${digest}`;
  await sign(ground, manner, reference);
  return { repository, digest };
}

async function copy(
  ground: Ground,
  { repository }: Donor,
  made: MadeCell,
  flags: string[],
): Promise<void> {
  const { host } = made.registry;
  const tag = flags.length > 0 ? '' : ':1.0.0';
  await run(
    installed(ground.tools, 'crane'),
    [
      ...['copy', '--insecure', ...flags],
      ...[`${host}/${repository}${tag}`, `${host}/${made.repository}${tag}`],
    ],
    { env: toolEnv(ground) },
  );
}

/** The fallback index calls each referrer an image, and names one that is not there. */
async function lie({ registry, repository, digest }: MadeCell): Promise<void> {
  const client = new RegistryClient(registry, repository);
  const tag = digest.replace(':', '-');
  const bytes = await client.manifest(tag);
  if (!bytes) {
    throw new Error(`${registry.name} keeps no fallback index`);
  }
  const index: { manifests: Descriptor[] } = JSON.parse(bytes.toString());
  const manifests = index.manifests.map(entry => ({
    ...entry,
    artifactType: 'application/vnd.acme.holiday-photo',
    annotations: { 'dev.sigstore.bundle.content': 'nothing of interest' },
  }));
  await client.putManifest({ ...index, manifests }, tag, OCI_INDEX);
}

/** Puts an index under the chart's tag. */
async function wrap(made: MadeCell, others: Descriptor[]): Promise<MadeCell> {
  const client = new RegistryClient(made.registry, made.repository);
  const bytes = await client.manifest(made.chartDigest);
  const index = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [
      {
        mediaType: OCI_MANIFEST,
        digest: made.chartDigest,
        size: bytes?.length ?? 0,
      },
      ...others,
    ],
  };
  const { digest } = await client.putManifest(index, '1.0.0', OCI_INDEX);
  return { ...made, digest };
}

/** A second chart in the same repository, without a tag of its own. */
async function another(ground: Ground, made: MadeCell): Promise<Descriptor> {
  const { cell, registry, repository } = made;
  const archive = await packageChart(
    ground,
    folderFor(ground, `cells/${cell.id}/another`),
    { words: `second of ${cell.id}` },
  );
  const parent = repository.slice(0, repository.lastIndexOf('/'));
  const digest = await push(ground, archive, `${registry.host}/${parent}`);
  const client = new RegistryClient(registry, repository);
  const bytes = await client.manifest(digest);
  return { mediaType: OCI_MANIFEST, digest, size: bytes?.length ?? 0 };
}
