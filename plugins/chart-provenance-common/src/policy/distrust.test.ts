import { Signer } from '../verdict/types';
import { judge } from './judge';
import { SIMPLE_SIGNING_TYPE } from './predicateTypes';
import {
  asksKey,
  byKey,
  inputOf,
  Item,
  policy,
  proven,
} from './testing/judgeInputs';
import { asksKeyring, byPgp, provFile } from './testing/provenanceFileRows';
import { Distrust } from './types';

const PRIMARY = byPgp.fingerprint;
const SUBKEY = 'cd'.repeat(20);
const byPrimary = { ...byPgp, subkey: undefined };
const bySubkey = { ...byPgp, subkey: SUBKEY };

/** A layer of cosign 2, where cosign put it first and where it stands now. */
const layer = (place: string): Item =>
  proven(byKey, `layer-in-${place}`, {
    predicateType: SIMPLE_SIGNING_TYPE,
    decoded: {
      manifest: `sha256:${place}`,
      kind: 'signature',
      format: 'cosign-legacy',
      contents: 'sha256:contents',
    },
  });

const judged = (item: Item, entry: Partial<Distrust>) =>
  judge(
    inputOf({
      items: [item],
      chart: {
        expectedSource: null,
        policies: [
          policy({
            anyOf: [asksKey, asksKeyring],
          }),
        ],
      },
      distrust: [{ id: 'leak', reason: 'It leaked.', ...entry }],
    }),
  ).status;

describe('a provenance file falls with', () => {
  const identity = { issuer: 'https://issuer', subject: 'someone' };

  it.each<[string, Signer, Partial<Distrust>, string]>([
    ['its keyring', byPrimary, { key: 'edge-team' }, 'rejected'],
    ['its key', byPrimary, { key: PRIMARY.toUpperCase() }, 'rejected'],
    ['its key by a subkey', bySubkey, { key: PRIMARY }, 'rejected'],
    ['its subkey', bySubkey, { key: SUBKEY }, 'rejected'],
    ['its own digest', byPrimary, { digest: 'sha256:file' }, 'rejected'],
    ['no subkey that it lacks', byPrimary, { key: SUBKEY }, 'verified'],
    ['no other key', bySubkey, { key: 'ef'.repeat(20) }, 'verified'],
    ['no other digest', byPrimary, { digest: 'sha256:other' }, 'verified'],
    ['no identity', byPrimary, { identity }, 'verified'],
    ['no root', byPrimary, { root: 'public' }, 'verified'],
    [
      'no source',
      byPrimary,
      { sourceRepository: 'github.com/a/b' },
      'verified',
    ],
  ])('%s', (_, signer, entry, status) => {
    expect(judged(provFile('file', {}, signer), entry)).toBe(status);
  });
});

describe('a layer of cosign 2 falls with', () => {
  it.each<[string, string, string]>([
    ['its own name', 'sha256:layer-in-second', 'rejected'],
    ['the manifest it stands in', 'sha256:second', 'rejected'],
    ['what it is, wherever cosign moved it', 'sha256:contents', 'rejected'],
    ['no place that it left', 'sha256:first', 'verified'],
  ])('%s', (_, digest, status) => {
    expect(judged(layer('second'), { digest })).toBe(status);
  });
});
