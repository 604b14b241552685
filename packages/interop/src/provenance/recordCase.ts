import { join } from 'node:path';
import type { Case } from './Case.ts';
import { CHART, type Ground } from './Ground.ts';
import { digestOf, type HelmWord } from './HelmCli.ts';

/** A case with what Helm said, as it is written for the tests. */
export interface CaseRecord {
  name: string;
  ring: string;
  version: string;
  chartLayerDigest: string;
  expected: Case['expected'];
  differs?: string;
  helm: Record<string, { verify: HelmWord; pull: HelmWord }>;
  /** Helm says the same as we, or it is written down why not. */
  agrees: boolean;
}

/** Asks both versions of Helm, with a file and through a registry. */
export async function recordCase(
  { gpg, helm4, helm3, rings }: Ground,
  { name, ring, prov, archive, version, expected, differs }: Case,
  host: string,
): Promise<CaseRecord> {
  const ringPath = join(gpg.folder, `${ring}.gpg`);
  await gpg.writeRing(rings[ring], ringPath);
  const helm: CaseRecord['helm'] = {};
  for (const each of [helm4, helm3]) {
    const parent = `oci://${host}/${name}/${each.title.replace(' ', '')}`;
    const from = { parent, name: CHART.name, version };
    helm[each.title] = {
      verify: await each.verify(archive, prov, ringPath),
      pull: await each.pull(archive, prov, ringPath, from),
    };
  }
  const words = Object.values(helm).flatMap(each => Object.values(each));
  const same = words.every(({ ok }) => ok === (expected === 'proven'));
  return {
    name,
    ring,
    version,
    chartLayerDigest: digestOf(archive),
    expected,
    ...(differs && { differs }),
    helm,
    agrees: same || differs !== undefined,
  };
}

/** One line for a person. */
export function describeRecord(record: CaseRecord): string {
  const { name, expected, helm, differs, agrees } = record;
  const words = Object.entries(helm).map(
    ([title, { verify, pull }]) =>
      `${title}: ${short(verify)}/${short(pull)}${
        verify.said ? ` (${verify.said})` : ''
      }`,
  );
  const mark = agrees ? ' ' : '!';
  return `${mark} ${name}: ${expected}; ${words.join('; ')}${
    differs ? ` – ${differs}` : ''
  }`;
}

function short({ ok }: HelmWord): string {
  return ok ? 'ok' : 'refused';
}
