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

/** What the payments chart deploys with its default values. */
export function paymentsContents(): { images: Image[]; packages: Package[] } {
  const file = new URL('./paymentsContents.json', import.meta.url);
  const { images, packages } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    images: images.map((image: Omit<Image, 'digest'>) => ({
      ...image,
      digest: `sha256:${createHash('sha256')
        .update(`${image.name}:${image.tag}`)
        .digest('hex')}`,
    })),
    packages: packages.map((item: Omit<Package, 'purl'>) => ({
      ...item,
      purl: packageUrl(item),
    })),
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
