import { ConsumerPattern, matchPattern } from '../../config';

/** What is below a folder. */
const BELOW: ConsumerPattern['parts'] = [
  { kind: 'literal', text: '/' },
  { kind: 'any' },
];

/** Does one of the patterns match the path, or a folder above it? */
export function isExcluded(
  patterns: readonly ConsumerPattern[],
  path: string,
): boolean {
  const inPlace = path.replace(/^\/+/, '');
  return patterns.some(
    ({ text, parts }) =>
      matchPattern({ text, parts }, inPlace) ??
      matchPattern({ text, parts: [...parts, ...BELOW] }, inPlace),
  );
}
