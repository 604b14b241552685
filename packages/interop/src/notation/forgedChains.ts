import { pemOf } from './certificates.ts';
import type { Forgery } from './Forgery.ts';
import { holder } from './holders.ts';

/** Certificates that lead nowhere, or may not sign. */
export const FORGED_CHAINS: Forgery[] = [
  { name: 'web-server', by: 'web-server', expected: 'untrusted-root' },
  {
    ...{ name: 'any-purpose', by: 'any-purpose', expected: 'untrusted-root' },
    differs:
      'The specification wants code signing among the purposes, where there are any; Notation does not look.',
  },
  {
    ...{ name: 'code-and-server', by: 'code-and-server' },
    expected: 'untrusted-root',
  },
  { name: 'other-name', by: 'of-another-name', expected: 'untrusted-root' },
  { name: 'encipherer', by: 'encipherer', expected: 'untrusted-root' },
  { name: 'lax', by: 'lax', expected: 'untrusted-root' },
  {
    ...{ name: 'purposes-twice', by: 'purposes-twice' },
    expected: 'bad-signature',
  },
  { name: 'usageless', by: 'usageless', expected: 'untrusted-root' },
  { name: 'by-authority', by: 'an-authority', expected: 'untrusted-root' },
  { name: 'by-signer', by: 'issued-by-signer', expected: 'untrusted-root' },
  { name: 'too-deep', by: 'below-too-deep', expected: 'untrusted-root' },
  {
    name: 'no-cert-sign',
    by: 'below-no-cert-sign',
    expected: 'untrusted-root',
  },
  { name: 'sha1', by: 'sha1', expected: 'unsupported-format' },
  {
    ...{ name: 'names-constrained', by: 'below-constrained' },
    expected: 'unsupported-format',
    differs:
      'Notation does not look at what an authority may only issue for; a constraint that is not understood is not met here.',
  },
  {
    ...{ name: 'web-authority', by: 'below-web-authority' },
    expected: 'untrusted-root',
    differs: 'Notation does not look at the purposes of an authority.',
  },
  {
    ...{ name: 'critical-extension', by: 'critical-extension' },
    expected: 'unsupported-format',
    differs: 'Notation does not look at extensions that it does not know.',
  },
  { name: 'p224', by: 'p224', expected: 'unsupported-format' },
  { name: 'dear-key', by: 'dear', expected: 'unsupported-format' },
  {
    name: 'another-key',
    expected: 'bad-signature',
    change: (envelope, { holders }) => ({
      ...envelope,
      key: holder(holders, 'stranger').privateKey,
    }),
  },
  {
    name: 'borrowed-root',
    by: 'stranger',
    expected: 'untrusted-root',
    change: (envelope, { holders }) => ({
      ...envelope,
      chain: [envelope.chain[0], holder(holders, 'root').chain[0]],
    }),
  },
  {
    name: 'root-left-out',
    store: 'authority',
    expected: 'untrusted-root',
    change: envelope => ({ ...envelope, chain: envelope.chain.slice(0, 2) }),
  },
  {
    name: 'out-of-order',
    expected: 'untrusted-root',
    change: ({ chain: [first, ...others], ...envelope }) => ({
      ...envelope,
      chain: [first, ...others.reverse()],
    }),
  },
  {
    name: 'root-twice',
    expected: 'untrusted-root',
    change: ({ chain, ...envelope }) => ({
      ...envelope,
      chain: [...chain, chain[chain.length - 1]],
    }),
  },
  {
    name: 'followed-certificate',
    expected: 'bad-signature',
    change: ({ chain: [first, ...others], ...envelope }) => ({
      ...envelope,
      chain: [Buffer.concat([first, Buffer.from([0])]), ...others],
    }),
  },
  {
    name: 'certificate-as-text',
    expected: 'bad-signature',
    change: ({ chain: [first, ...others], ...envelope }) => ({
      ...envelope,
      chain: [Buffer.from(pemOf([first])), ...others],
    }),
  },
  {
    name: 'no-certificate',
    expected: 'bad-signature',
    change: envelope => ({ ...envelope, chain: [] }),
  },
  {
    name: 'no-certificate-but-words',
    expected: 'bad-signature',
    change: ({ chain, ...envelope }) => ({
      ...envelope,
      chain: [chain[0], Buffer.from('root'), ...chain.slice(1)],
    }),
  },
];
