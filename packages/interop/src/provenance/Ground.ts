import { GpgHome } from './GpgHome.ts';
import { HelmCli } from './HelmCli.ts';
import { makeRings, type Rings } from './rings.ts';

/** The chart that everything here is about. */
export const CHART = { name: 'sample', version: '1.2.0' };

/** Everything that a provenance file is made with. */
export interface Ground {
  gpg: GpgHome;
  helm4: HelmCli;
  helm3: HelmCli;
  rings: Rings;
}

export async function makeGround(
  programs: { helm4: string; helm3: string },
  folder: string,
): Promise<Ground> {
  const gpg = new GpgHome();
  return {
    gpg,
    helm4: new HelmCli('helm 4', programs.helm4, `${folder}/helm4`),
    helm3: new HelmCli('helm 3', programs.helm3, `${folder}/helm3`),
    rings: await makeRings(gpg),
  };
}
