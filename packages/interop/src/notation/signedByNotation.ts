import { CLOCK_VARIABLE } from '../tools/buildOverlay.ts';
import type { Case } from './Case.ts';
import { envelopeIn, publish, type Ground } from './Ground.ts';

const SYNTAXES = ['jws', 'cose'] as const;
const KEYS = ['rsa2048', 'rsa3072', 'rsa4096', 'p256', 'p384', 'p521'];
const LAST_WEEK = { [CLOCK_VARIABLE]: String(-7 * 24 * 60 * 60) };

interface Signing {
  name: string;
  key: string;
  args?: string[];
  clock?: Record<string, string>;
  store?: string;
  /** What it signs. Default: the chart that everything is held against. */
  chart?: string;
  expected?: Case['expected'];
  differs?: string;
}

/** What the real program writes, in both of its syntaxes. */
export async function signedByNotation(ground: Ground): Promise<Case[]> {
  const cases: Case[] = [];
  for (const syntax of SYNTAXES) {
    for (const signing of signings(ground)) {
      cases.push(await make(ground, signing, syntax));
    }
  }
  return cases;
}

function signings({ timestamps }: Ground): Signing[] {
  const timed = [
    ...['--timestamp-url', timestamps.url],
    ...['--timestamp-root-cert', timestamps.root],
  ];
  return [
    ...KEYS.map(key => ({ name: key, key })),
    { name: 'timestamped', key: 'p256', args: timed, store: 'acme-timed' },
    { name: 'expiring', key: 'p256', args: ['--expiry', '43800h'] },
    {
      ...{ name: 'expired', key: 'p256', args: ['--expiry', '24h'] },
      ...{ clock: LAST_WEEK, expected: 'certificate-expired' },
    },
    { name: 'metadata', key: 'p256', args: ['-m', 'io.acme.build=7'] },
    {
      ...{ name: 'lapsed', key: 'lapsed', clock: LAST_WEEK },
      expected: 'certificate-expired',
    },
    { name: 'purposeless', key: 'purposeless' },
    { name: 'pss', key: 'pss' },
    { name: 'self-signed', key: 'self', store: 'self' },
    { name: 'under-authority', key: 'p256', store: 'authority' },
    { name: 'by-stranger', key: 'stranger', expected: 'untrusted-root' },
    {
      ...{ name: 'for-stranger', key: 'p256', store: 'stranger' },
      expected: 'untrusted-root',
    },
    {
      ...{ name: 'of-another-chart', key: 'p256', chart: 'another' },
      expected: 'digest-mismatch',
    },
  ];
}

async function make(
  ground: Ground,
  { name, key, args = [], clock, store = 'acme', chart, ...rest }: Signing,
  syntax: Case['syntax'],
): Promise<Case> {
  const repository = `signing/${syntax}-${name}`;
  const { digest } = publish(ground, repository, chart);
  await ground.notation.sign(
    `${ground.host}/${repository}@${digest}`,
    [
      ...['--key', key, '--signature-format', syntax, ...args],
      '--force-referrers-tag=false',
    ],
    clock,
  );
  return {
    name: `${syntax}-${name}`,
    ...{ syntax, store, expected: 'proven', ...rest },
    envelope: envelopeIn(ground, repository),
  };
}
