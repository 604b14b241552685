import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { same, type Scene, type Step } from './Client.ts';

const SBOM = 'application/spdx+json';
const NOTE = 'application/vnd.acme.note';

interface Discovered {
  digest: string;
  artifactType: string;
  referrers?: Discovered[];
}

/** oras attaches to the chart and to what is attached, and copies all of it. */
export const orasSteps: Step[] = [
  {
    tool: 'oras',
    does: 'attach, attach to what is attached, discover',
    async play(oras, scene) {
      const { call, chart, repository, folder } = scene;
      writeFileSync(join(folder, 'sbom.json'), '{}');
      await attach(oras, scene, chart, SBOM);
      const [{ digest }] = await discover(oras, scene, chart, SBOM);
      await attach(oras, scene, `${repository}@${digest}`, NOTE);
      const all = await discover(oras, scene, chart);
      const sbom = all.find(one => one.digest === digest);
      same(
        'what hangs on the SBOM',
        sbom?.referrers?.map(({ artifactType }) => artifactType),
        [NOTE],
      );
      const tags = await call(oras, 'repo', 'tags', '--plain-http', repository);
      const fallback = /^sha256-[0-9a-f]{64}$/m.test(tags);
      same('a fallback tag', fallback, !scene.referrersApi);
    },
  },
  {
    tool: 'oras',
    does: 'copy -r to another repository, manifest delete',
    async play(oras, scene) {
      const { call, chart, host, digest } = scene;
      const mirror = `${host}/acme/mirror/payments`;
      const both = ['--from-plain-http', '--to-plain-http'];
      await call(oras, 'copy', '-r', ...both, chart, `${mirror}:copied`);
      const copied = await discover(oras, scene, `${mirror}@${digest}`);
      same(
        'what was copied',
        digests(copied),
        digests(await discover(oras, scene, chart)),
      );
      const path = [`${mirror}@${digest}`, '--force', '--plain-http'];
      await call(oras, 'manifest', 'delete', ...path);
      const left = await call(oras, 'repo', 'tags', '--plain-http', mirror);
      same('the tag of what was deleted', left.includes('copied'), false);
    },
  },
];

function attach(
  oras: string,
  { call }: Scene,
  subject: string,
  artifactType: string,
): Promise<string> {
  return call(
    oras,
    ...['attach', '--plain-http', '--artifact-type', artifactType],
    ...[subject, `sbom.json:${artifactType}`],
  );
}

async function discover(
  oras: string,
  { call }: Scene,
  subject: string,
  artifactType?: string,
): Promise<Discovered[]> {
  const filter = artifactType ? ['--artifact-type', artifactType] : [];
  const stdout = await call(
    oras,
    ...['discover', '--plain-http', '--format', 'json', ...filter, subject],
  );
  const { referrers }: Discovered = JSON.parse(stdout);
  if (!referrers?.length) {
    throw new Error(`oras discover finds nothing: ${stdout}`);
  }
  return referrers;
}

function digests(found: Discovered[]): string[] {
  return found
    .flatMap(({ digest, referrers = [] }) => [digest, ...digests(referrers)])
    .sort();
}
