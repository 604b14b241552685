import type { Descriptor } from '../descriptor/Descriptor';
import { digestOf } from '../descriptor/digestOf';
import { MEDIA_TYPES } from '../descriptor/mediaTypes';
import type { Pusher } from '../target/Target';

/** @internal */
export interface Content {
  descriptor: Descriptor;
  bytes: Uint8Array;
}

/** @internal */
export const CONFIG = blob('{}', MEDIA_TYPES.emptyConfig);

/** @internal */
export function blob(text: string, mediaType = 'application/x'): Content {
  return content(mediaType, text);
}

/** @internal */
export function manifest(
  fields: {
    layers?: Content[];
    subject?: Descriptor;
    artifactType?: string;
    annotations?: Record<string, string>;
  } = {},
): Content {
  const { layers = [], ...rest } = fields;
  return content(
    MEDIA_TYPES.imageManifest,
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.imageManifest,
      config: CONFIG.descriptor,
      layers: layers.map(({ descriptor }) => descriptor),
      ...rest,
    }),
  );
}

/** @internal */
export function index(manifests: Descriptor[], subject?: Descriptor): Content {
  const fields = { schemaVersion: 2, manifests, subject };
  return content(MEDIA_TYPES.imageIndex, JSON.stringify(fields));
}

/** @internal */
export async function pushAll(
  target: Pusher,
  ...contents: Content[]
): Promise<void> {
  for (const { descriptor, bytes } of contents) {
    await target.push(descriptor, bytes);
  }
}

function content(mediaType: string, text: string): Content {
  const bytes = new TextEncoder().encode(text);
  const digest = digestOf(bytes);
  return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
}
