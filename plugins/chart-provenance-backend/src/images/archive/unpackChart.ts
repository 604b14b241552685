import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Parser, ReadEntry } from 'tar';
import { ArchiveError } from './ArchiveError';
import { ARCHIVE_BOUNDS } from './bounds';

/** Bytes between two turns of the others. */
const STEP = 128 * 1024;

const gunzipped = promisify(gunzip);

/** What is read of a chart archive. */
export interface UnpackedChart {
  /** Text of its own values.yaml; null where it has none. */
  values: string | null;
}

async function unpack(packed: Uint8Array): Promise<Buffer> {
  const { packed: most, unpacked: maxOutputLength } = ARCHIVE_BOUNDS;
  if (packed.length > most) {
    throw tooLarge(`It has more than ${most} bytes.`);
  }
  try {
    return await gunzipped(packed, { maxOutputLength });
  } catch (error) {
    throw isTooLarge(error)
      ? tooLarge(`Unpacked, it has more than ${maxOutputLength} bytes.`)
      : malformed('It is not packed by gzip.', error);
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_BUFFER_TOO_LARGE'
  );
}

/** One reading of one archive. */
class ChartReading {
  #files = 0;
  #folder: string | undefined;
  #hasChart = false;
  #values: string | null = null;
  #failure: ArchiveError | undefined;

  async read(tar: Buffer): Promise<UnpackedChart> {
    const parser: Parser = new Parser({
      strict: true,
      brotli: false,
      zstd: false,
      maxMetaEntrySize: ARCHIVE_BOUNDS.meta,
      onReadEntry: entry => this.#entry(entry, parser),
    });
    try {
      parser.on('error', error => {
        this.#failure ??= malformed('It is not a tar archive.', error);
      });
      for (let at = 0; at < tar.length && !this.#failure; at += STEP) {
        parser.write(tar.subarray(at, at + STEP));
        await setImmediate();
      }
      parser.end();
    } catch (error) {
      throw this.#failure ?? malformed('It is not a tar archive.', error);
    }
    if (this.#failure) {
      throw this.#failure;
    }
    if (!this.#hasChart) {
      throw malformed('It has no Chart.yaml.');
    }
    return { values: this.#values };
  }

  #entry(entry: ReadEntry, parser: Parser): void {
    try {
      this.#look(entry);
    } catch (error) {
      this.#failure ??=
        error instanceof ArchiveError
          ? error
          : malformed('It is not a tar archive.', error);
      parser.abort(this.#failure);
    }
  }

  #look(entry: ReadEntry): void {
    this.#files += 1;
    if (this.#files > ARCHIVE_BOUNDS.files) {
      throw tooLarge(`It holds more than ${ARCHIVE_BOUNDS.files} files.`);
    }
    const isFolder = entry.type === 'Directory';
    if (!isFolder && entry.type !== 'File' && entry.type !== 'OldFile') {
      throw unsafe(
        'It holds a link, a device, or something else that is no file.',
      );
    }
    const [folder, ...inside] = pathOf(entry.path);
    if (inside.length === 0 && !isFolder) {
      throw malformed('It holds a file beside the chart’s folder.');
    }
    this.#folder ??= folder;
    if (folder !== this.#folder) {
      throw malformed('It holds more than one folder.');
    }
    if (entry.size > ARCHIVE_BOUNDS.file) {
      throw tooLarge(
        `It holds a file of more than ${ARCHIVE_BOUNDS.file} bytes.`,
      );
    }
    this.#keep(inside.join('/'), entry);
  }

  #keep(name: string, entry: ReadEntry): void {
    if (name === 'Chart.yaml') {
      this.#hasChart = true;
    }
    if (name !== 'values.yaml') {
      entry.resume();
      return;
    }
    if (this.#values !== null) {
      throw malformed('It holds its values twice.');
    }
    this.#values = '';
    const parts: Buffer[] = [];
    entry.on('data', part => parts.push(part));
    entry.on('end', () => {
      this.#values = Buffer.concat(parts).toString('utf8');
    });
  }
}

/**
 * Looks through a chart archive, without writing anything anywhere, and refuses what Helm would not have packed: links, devices, paths that lead out,
 * several folders. Bounded in bytes, files and time.
 *
 * @throws ArchiveError
 */
export async function unpackChart(packed: Uint8Array): Promise<UnpackedChart> {
  const tar = await unpack(packed);
  if (tar[0] === 0x1f && tar[1] === 0x8b) {
    // The reader would unpack it once more, and further than is allowed here.
    throw malformed('It is packed twice.');
  }
  return new ChartReading().read(tar);
}

/** @throws ArchiveError for a path that leads anywhere but below the first folder */
function pathOf(path: string): string[] {
  const parts = path
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
    .split('/');
  const leadsOut =
    /[\0\\]/.test(path) ||
    /^(?:\/|[A-Za-z]:)/.test(path) ||
    parts.some(part => part === '' || part === '.' || part === '..');
  if (leadsOut) {
    throw unsafe('It holds a path that leads out of the chart’s folder.');
  }
  return parts;
}

function tooLarge(message: string): ArchiveError {
  return new ArchiveError(
    'too-large',
    `The chart archive is not read: ${lowered(message)}`,
  );
}

function unsafe(message: string): ArchiveError {
  return new ArchiveError(
    'unsafe',
    `The chart archive is not read: ${lowered(message)}`,
  );
}

function malformed(message: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'malformed',
    `The chart archive is not read: ${lowered(message)}`,
    { cause },
  );
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
