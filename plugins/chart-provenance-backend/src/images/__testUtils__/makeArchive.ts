import { gzipSync } from 'node:zlib';

/** One entry of a tar archive, as somebody might write it. */
export interface Entry {
  path: string;
  content?: string | Buffer;
  /** `0` file, `1` hard link, `2` symbolic link, `3` device, `5` folder, `g` global header; a file unless told. */
  type?: string;
  link?: string;
  /** Said instead of the size of `content`. */
  size?: number;
}

const BLOCK = 512;

/** A tar archive, packed; nothing is checked. */
export function makeArchive(entries: readonly Entry[]): Buffer {
  return gzipSync(makeTar(entries));
}

/** The same, not packed. */
export function makeTar(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.map(blocksOf), Buffer.alloc(2 * BLOCK)]);
}

/** A chart archive of these files, with a Chart.yaml unless there is one. */
export function makeChart(
  files: Record<string, string>,
  name = 'payments',
): Buffer {
  const all = {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: "1.0.0"\n`,
    ...files,
  };
  return makeArchive(
    Object.entries(all).map(([path, content]) => ({
      path: `${name}/${path}`,
      content,
    })),
  );
}

function blocksOf(entry: Entry): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const padding = (BLOCK - (content.length % BLOCK)) % BLOCK;
  return Buffer.concat([
    headerOf(entry, entry.size ?? content.length),
    content,
    Buffer.alloc(padding),
  ]);
}

function headerOf(
  { path, type = '0', link = '' }: Entry,
  size: number,
): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) =>
    `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(path, 0, 100);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.fill(' ', 148, 156);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(octal(sum, 7), 148);
  return header;
}
