import { join } from 'node:path';
import { z } from 'zod';
import type { Descriptor } from '../descriptor/Descriptor';
import { MEDIA_TYPES } from '../descriptor/mediaTypes';
import { parseJson } from '../descriptor/parseJson';
import { descriptorSchema } from '../descriptor/schema';
import { OrasError } from '../error/OrasError';
import { readBounded, writeWhole } from './layoutFiles';

const INDEX_LIMIT = 64 * 1024 * 1024;
/** A layout may come from anybody, and what is wrong with each entry is remembered. */
const ENTRY_LIMIT = 100_000;

/**
 * The annotation that names a manifest of a layout.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
 */
const REF_NAME = 'org.opencontainers.image.ref.name';

const layoutSchema = z.object({ imageLayoutVersion: z.literal('1.0.0') });
const indexSchema = z.object({
  schemaVersion: z.literal(2),
  manifests: z.array(descriptorSchema).max(ENTRY_LIMIT),
});

/**
 * `oci-layout` and `index.json` of a layout. Every read reads the file, so what another process wrote is seen.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 * @internal
 */
export class LayoutIndex {
  constructor(private readonly directory: string) {}

  /**
   * @returns false when the directory holds no layout
   * @throws OrasError `unsupported` for another version
   */
  async isPresent(): Promise<boolean> {
    const bytes = await readBounded(join(this.directory, 'oci-layout'), 4_096);
    if (!bytes) {
      return false;
    }
    const marker = parseJson(bytes, 'oci-layout');
    if (!layoutSchema.safeParse(marker).success) {
      throw new OrasError('unsupported', 'only layouts 1.0.0 are read');
    }
    return true;
  }

  async create(): Promise<void> {
    if (!(await readBounded(this.path, INDEX_LIMIT))) {
      await this.write([]);
    }
    await writeWhole(
      join(this.directory, 'oci-layout'),
      JSON.stringify({ imageLayoutVersion: '1.0.0' }),
    );
  }

  async read(): Promise<Descriptor[]> {
    const bytes = await readBounded(this.path, INDEX_LIMIT);
    if (!bytes) {
      throw new OrasError('not-found', 'the layout has no index.json');
    }
    const result = indexSchema.safeParse(parseJson(bytes, 'index.json'));
    if (!result.success) {
      throw new OrasError('malformed-response', 'index.json is no image index');
    }
    return result.data.manifests;
  }

  async write(manifests: readonly Descriptor[]): Promise<void> {
    const index = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.imageIndex,
      manifests,
    };
    await writeWhole(this.path, `${JSON.stringify(index, null, 2)}\n`);
  }

  private get path(): string {
    return join(this.directory, 'index.json');
  }
}

/** @internal */
export function nameOf(entry: Descriptor): string | undefined {
  return entry.annotations?.[REF_NAME];
}

/**
 * The entries with the manifest among them; an entry it has already stays as it is.
 *
 * @internal
 */
export function withManifest(
  entries: readonly Descriptor[],
  { mediaType, digest, size }: Descriptor,
): Descriptor[] {
  return entries.some(entry => entry.digest === digest)
    ? [...entries]
    : [...entries, { mediaType, digest, size }];
}

/**
 * The entries with the name moved to a manifest among them. The one that had it stays listed without a name: its content is
 * still there.
 *
 * @internal
 */
export function withName(
  entries: readonly Descriptor[],
  manifest: Descriptor,
  name: string,
): Descriptor[] {
  const { digest } = manifest;
  if (entries.some(e => e.digest === digest && nameOf(e) === name)) {
    return [...entries];
  }
  const others = entries
    .filter(e => e.digest !== digest || nameOf(e) !== undefined)
    .map(e => (nameOf(e) === name ? unnamed(e) : e));
  const annotations = { ...manifest.annotations, [REF_NAME]: name };
  return [...withoutRepeats(others), { ...manifest, annotations }];
}

/**
 * The entries without the name. The manifest that had it stays listed: its content is still there.
 *
 * @internal
 */
export function withoutName(
  entries: readonly Descriptor[],
  name: string,
): Descriptor[] {
  return withoutRepeats(
    entries.map(entry => (nameOf(entry) === name ? unnamed(entry) : entry)),
  );
}

/** A nameless entry says only that the manifest is there, which any other entry of it says as well. */
function withoutRepeats(entries: readonly Descriptor[]): Descriptor[] {
  return entries.filter(
    (entry, at) =>
      nameOf(entry) !== undefined ||
      entries.every(
        (other, place) =>
          other.digest !== entry.digest ||
          (nameOf(other) === undefined && place >= at),
      ),
  );
}

function unnamed({ annotations = {}, ...entry }: Descriptor): Descriptor {
  const rest = Object.entries(annotations).filter(([key]) => key !== REF_NAME);
  return rest.length > 0
    ? { ...entry, annotations: Object.fromEntries(rest) }
    : entry;
}
