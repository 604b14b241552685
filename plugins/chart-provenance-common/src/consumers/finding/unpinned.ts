import { Finding, PinKind } from '../types';

const WHAT: Partial<Record<PinKind, string>> = {
  range: 'It takes any version that fits the range.',
  floating: 'It takes whatever is newest, or whatever the tag points at.',
};

/**
 * What is wrong with a pin that lets another version in unseen; undefined when nothing is.
 *
 * @public
 */
export function unpinned(
  pin: PinKind,
  bestPin: 'digest' | 'version',
): Finding | undefined {
  const message = WHAT[pin];
  return message === undefined
    ? undefined
    : {
        rule: 'unpinned',
        severity: 'warning',
        message,
        fix:
          bestPin === 'digest'
            ? 'Name the digest.'
            : 'Name one exact version; this form takes no digest.',
        anchor: '#unpinned',
      };
}
