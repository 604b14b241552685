import type { Toolbox } from '../tools/toolbox.ts';
import { acceptedCases } from './acceptedCases.ts';
import { alteredCases } from './alteredCases.ts';
import type { CaseFiles } from './CaseFiles.ts';
import { labCases } from './labCases.ts';
import { makeBundles } from './makeBundles.ts';
import { makeLabBundles } from './makeLabBundles.ts';
import { proofCases } from './proofCases.ts';
import { trustCases } from './trustCases.ts';
import { writeCases } from './writeCases.ts';

const TEXT = 'What was signed.\n';

/**
 * Makes our own cases for `yarn conformance`, with real tools wherever one makes such a thing.
 *
 * @param folder - for keys and logs; whoever made it removes it.
 */
export async function makeCases(
  tools: Toolbox,
  folder: string,
  output: string,
): Promise<void> {
  const made = await makeBundles(tools, folder, TEXT);
  const { trustedRoot, identity, issuer } = made;
  const rows = [
    ...acceptedCases(made),
    ...alteredCases(made),
    ...proofCases(made),
    ...trustCases(made),
    ...labCases(await makeLabBundles(TEXT)),
  ];
  const cases: CaseFiles[] = rows.map(row => ({
    ...{ trustedRoot, identity, issuer },
    ...row,
  }));
  writeCases(output, TEXT, cases);
}
