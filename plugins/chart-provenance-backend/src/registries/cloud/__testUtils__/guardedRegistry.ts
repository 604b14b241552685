import { startDevRegistry } from 'chart-provenance-dev-registry';
import { digestOf, MemoryStore } from 'chart-provenance-oras';
import {
  Answer,
  atTheEnd,
  StandIn,
  StandInReply,
  StandInRequest,
  startStandIn,
} from './standIn';

export const REPOSITORY = 'acme/charts/payments';
export const TAG = '1.2.3';

/**
 * A registry with one tagged manifest. `guard` answers in its place: tokens, challenges and refusals; where it gives nothing for a
 * path under `/v2/`, the registry answers.
 */
export async function startGuardedRegistry(
  guard: (request: StandInRequest, host: string) => ReturnType<Answer>,
): Promise<StandIn> {
  const inner = await startDevRegistry({
    repositories: new Map([[REPOSITORY, await seeded()]]),
  });
  atTheEnd(() => inner.close());
  const front: StandIn = await startStandIn(
    async request =>
      (await guard(request, front.host)) ??
      (request.path.startsWith('/v2/')
        ? forward(inner.url, request)
        : undefined),
  );
  return front;
}

/** The pair of a Basic header. */
export function basicOf({ headers }: StandInRequest): string | undefined {
  const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  return encoded && Buffer.from(encoded, 'base64').toString();
}

export function bearerOf({ headers }: StandInRequest): string | undefined {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
}

async function forward(
  url: string,
  { method, path, query }: StandInRequest,
): Promise<StandInReply> {
  const response = await fetch(`${url}${path}?${query}`, { method });
  const headers = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

async function seeded(): Promise<MemoryStore> {
  const store = new MemoryStore();
  const content = (mediaType: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const digest = digestOf(bytes);
    return { bytes, descriptor: { mediaType, digest, size: bytes.length } };
  };
  const config = content('application/vnd.cncf.helm.config.v1+json', '{}');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = content(
    mediaType,
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: config.descriptor,
      layers: [],
    }),
  );
  for (const { descriptor, bytes } of [config, manifest]) {
    await store.push(descriptor, bytes);
  }
  await store.tag(manifest.descriptor, TAG);
  return store;
}
