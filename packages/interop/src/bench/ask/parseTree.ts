import type { Tree } from './ToolAnswers.ts';

const REFERRER =
  /🔗 (\S+) artifacts via OCI referrer: \S+@(sha256:[0-9a-f]{64})/u;
const LEAF = /🍒 (sha256:[0-9a-f]{64})/u;

/** Reads what `cosign tree` prints. */
export function parseTree(text: string): Tree {
  const tree: Tree = {
    ...{ signatures: [], attestations: [], sboms: [], referrers: [] },
  };
  let branch: string[] = [];
  for (const line of text.split('\n')) {
    const [, artifactType, digest] = REFERRER.exec(line) ?? [];
    const [, leaf] = LEAF.exec(line) ?? [];
    if (digest !== undefined) {
      const layers: string[] = [];
      tree.referrers.push({ digest, artifactType, layers });
      branch = layers;
    } else if (line.includes('Signatures for an image tag')) {
      branch = tree.signatures;
    } else if (line.includes('Attestations for an image tag')) {
      branch = tree.attestations;
    } else if (line.includes('SBOMs for an image tag')) {
      branch = tree.sboms;
    } else if (leaf !== undefined) {
      branch.push(leaf);
    }
  }
  return tree;
}
