import { digestOf } from '../server/grammar';
import { Move } from './schema';

/**
 * @public
 */
export interface MoveOutcome {
  move: Move;
  /** `there`: the tag pointed there already and nothing was written. */
  outcome: 'moved' | 'there';
}

const MANIFEST_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
].join(', ');

/**
 * Points tags at manifests that are in their repository, over HTTP, so that it works on a registry in another process.
 * All the manifests are looked up before the first tag is written.
 *
 * @param registry - `url` as `startDevRegistry` returns it
 * @throws Error that names every manifest that is missing; then no tag was written
 * @public
 */
export async function applyMoves(
  registry: { url: string },
  moves: readonly Move[],
): Promise<MoveOutcome[]> {
  const manifests = await Promise.all(
    moves.map(move => readManifest(registry.url, move.repository, move.to)),
  );
  const missing = moves.filter((_, at) => manifests[at] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `not in the registry: ${missing
        .map(({ repository, to }) => `${repository}@${to}`)
        .join(', ')}`,
    );
  }
  const outcomes: MoveOutcome[] = [];
  for (const [at, move] of moves.entries()) {
    const manifest = manifests[at];
    if (manifest) {
      const outcome = await applyMove(registry.url, move, manifest);
      outcomes.push({ move, outcome });
    }
  }
  return outcomes;
}

interface Manifest {
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

async function applyMove(
  url: string,
  { repository, tag, to }: Move,
  manifest: Manifest,
): Promise<MoveOutcome['outcome']> {
  const current = await readManifest(url, repository, tag);
  if (current && digestOf(current.bytes) === to) {
    return 'there';
  }
  const answer = await fetch(`${url}/v2/${repository}/manifests/${tag}`, {
    method: 'PUT',
    headers: { 'Content-Type': manifest.mediaType },
    body: manifest.bytes,
  });
  if (answer.status !== 201) {
    throw new Error(`moving ${repository}:${tag}: status ${answer.status}`);
  }
  return 'moved';
}

/** @returns undefined only when the registry says 404; any other failure throws */
async function readManifest(
  url: string,
  repository: string,
  reference: string,
): Promise<Manifest | undefined> {
  const answer = await fetch(`${url}/v2/${repository}/manifests/${reference}`, {
    headers: { Accept: MANIFEST_TYPES },
  });
  if (answer.status === 404) {
    return undefined;
  }
  if (!answer.ok) {
    throw new Error(`${repository} ${reference}: status ${answer.status}`);
  }
  return {
    mediaType: answer.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}
