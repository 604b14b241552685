import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeReferrer } from '../referrer/decodeReferrer';
import { decodeNotation } from './decodeNotation';

const SIGNATURE = 'application/vnd.cncf.notary.signature';
const JWS = 'application/jose+json';
const SUBJECT = `sha256:${'a'.repeat(64)}`;
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

const layerOf = (mediaType: string, size = 2) => ({
  mediaType,
  digest: `sha256:${'b'.repeat(64)}`,
  size,
});

function decode(changes: object) {
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: layerOf(SIGNATURE),
    layers: [layerOf(JWS)],
    subject: { mediaType: MANIFEST, digest: SUBJECT, size: 1 },
    ...changes,
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const hex = createHash('sha256').update(bytes).digest('hex');
  return decodeReferrer({ digest: `sha256:${hex}`, bytes }, SUBJECT, 50);
}

it.each<[string, object, string]>([
  ['by its config, as Notation writes it', {}, JWS],
  ['in COSE', { layers: [layerOf('application/cose')] }, 'application/cose'],
  [
    'by its artifactType',
    {
      artifactType: SIGNATURE,
      config: layerOf('application/vnd.oci.empty.v1+json'),
    },
    JWS,
  ],
])('a signature %s is fetched', (_, changes, mediaType) => {
  const { evidence, bundle } = decode(changes);
  expect(bundle).toMatchObject({ mediaType });
  expect(evidence).toMatchObject({
    kind: 'signature',
    format: 'notation',
    mediaType,
    subject: SUBJECT,
  });
  expect(evidence.problem).toBeUndefined();
});

it.each<[string, object, string]>([
  ['of two layers', { layers: [layerOf(JWS), layerOf(JWS)] }, 'bad-signature'],
  ['without a layer', { layers: [] }, 'bad-signature'],
  [
    'only by the type of a layer',
    { config: layerOf(MANIFEST), layers: [layerOf(SIGNATURE)] },
    'bad-signature',
  ],
  [
    'in another envelope',
    { layers: [layerOf('application/xml')] },
    'unsupported-format',
  ],
  ['too large', { layers: [layerOf(JWS, 300_000)] }, 'evidence-too-large'],
])('one %s is not', (_, changes, code) => {
  const { evidence, bundle } = decode(changes);
  expect(bundle).toBeUndefined();
  expect(evidence).toMatchObject({ format: 'notation', problem: { code } });
});

it.each([
  ['application/cose', JWS],
  [JWS, 'application/cose'],
])('has to be in the syntax that its layer says: %s', (type, other) => {
  const genuine = readFileSync(
    join(
      __dirname,
      '../../verification/notation/__fixtures__',
      type === JWS ? 'jws-p256.sig' : 'cose-p256.sig',
    ),
  );
  const own = decode({ layers: [layerOf(type)] }).evidence;
  expect(decodeNotation(own, genuine)).toBe(own);
  const { evidence } = decode({ layers: [layerOf(other)] });
  expect(decodeNotation(evidence, genuine).problem?.code).toBe('bad-signature');
});
