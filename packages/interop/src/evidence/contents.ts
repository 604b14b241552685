import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Image {
  name: string;
  tag: string;
  purpose: string;
  /** Stands in for the digest of an image that does not exist. */
  digest: string;
}

export interface Package {
  type: 'golang' | 'apk' | 'deb';
  name: string;
  version: string;
  licence: string;
  purl: string;
}

interface Contents {
  images: Omit<Image, 'digest'>[];
  packages: Omit<Package, 'purl'>[];
}

/** What differs in an earlier release; the list itself is of the newest that has one. */
interface Earlier {
  /** By name. */
  tags: Record<string, string>;
  versions: Record<string, string>;
  licences: Record<string, string>;
  /** Names of what was not there yet, and what was removed since. */
  without: string[];
  and: Contents;
}

/** What a release of the payments chart deploys with its default values. */
export function paymentsContents(version: string): {
  images: Image[];
  packages: Package[];
} {
  const file = new URL('./paymentsContents.json', import.meta.url);
  const {
    earlier,
    ...newest
  }: Contents & { earlier: Record<string, Earlier> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const { images, packages } = asOf(newest, earlier[version]);
  return {
    images: images.map(image => ({
      ...image,
      digest: `sha256:${createHash('sha256')
        .update(`${image.name}:${image.tag}`)
        .digest('hex')}`,
    })),
    packages: packages.map(item => ({ ...item, purl: packageUrl(item) })),
  };
}

function asOf(newest: Contents, earlier: Earlier | undefined): Contents {
  if (!earlier) {
    return newest;
  }
  const { tags, versions, licences, without, and } = earlier;
  const there = ({ name }: { name: string }) => !without.includes(name);
  return {
    images: [
      ...newest.images.filter(there).map(image => ({
        ...image,
        tag: tags[image.name] ?? image.tag,
      })),
      ...and.images,
    ],
    packages: [
      ...newest.packages.filter(there).map(item => ({
        ...item,
        version: versions[item.name] ?? item.version,
        licence: licences[item.name] ?? item.licence,
      })),
      ...and.packages,
    ],
  };
}

export function imageUrl({ name, tag, digest }: Image): string {
  const last = name.split('/').at(-1);
  return `pkg:oci/${last}@${encodeURIComponent(
    digest,
  )}?repository_url=${encodeURIComponent(name)}&tag=${tag}`;
}

function packageUrl({ type, name, version }: Omit<Package, 'purl'>): string {
  const distribution = { golang: '', apk: 'alpine/', deb: 'debian/' }[type];
  return `pkg:${type}/${distribution}${name}@${encodeURIComponent(version)}`;
}
