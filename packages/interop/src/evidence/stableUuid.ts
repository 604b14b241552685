import { createHash } from 'node:crypto';

/** A UUID of version 5's form that only depends on `name`. */
export function stableUuid(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex').slice(0, 32);
  const parts = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/.exec(hex);
  if (!parts) {
    throw new Error('unreachable');
  }
  const [, a, b, c, d, e] = parts;
  return `${a}-${b}-5${c}-a${d}-${e}`;
}
