import { EVIDENCE, WALK } from './places.mjs';

const REMOTE = 'packages/oras/src/remote';

/** What happens before anything is judged: bytes, and what they belong to. */
export const walk = [
  {
    id: 'fetched-digest',
    core: true,
    protects: 'A registry would answer with other bytes than were asked for',
    file: 'packages/oras/src/descriptor/verifyContent.ts',
    from: 'if (actual !== digest) {',
    to: 'if (false) {',
    tests: [`${REMOTE}/faults.test.ts`],
  },
  {
    id: 'fetched-manifest-digest',
    core: true,
    protects: 'A registry would answer with another manifest',
    file: `${REMOTE}/fetchContent.ts`,
    from: 'isDigest(tagOrDigest) ? tagOrDigest : undefined,',
    to: 'undefined,',
    tests: [`${REMOTE}/otherManifest.test.ts`],
  },
  {
    id: 'referrer-subject',
    core: true,
    protects: "Another chart's evidence would be listed as this one's",
    file: `${EVIDENCE}/referrer/decodeReferrer.ts`,
    from: 'if (own?.digest !== listedFor) {',
    to: 'if (false) {',
    tests: [`${EVIDENCE}/referrer/decodeReferrer.test.ts`],
  },
  {
    id: 'referrer-layers',
    protects: 'A manifest of a thousand layers would be a thousand requests',
    file: `${EVIDENCE}/referrer/decodeReferrer.ts`,
    from: 'if (layers > maxLayers) {',
    to: 'if (false) {',
    tests: [`${EVIDENCE}/referrer/decodeReferrer.test.ts`],
  },
  {
    id: 'listing-failed',
    core: true,
    protects: 'A listing that failed would say that nothing is there',
    file: `${WALK}/readReferrers.ts`,
    from: 'session.report(error, subject);\n    return undefined;',
    to: 'return { digests: [], evidence: [] };',
    tests: [`${WALK}/failures.test.ts`],
  },
  {
    id: 'index-of-one',
    protects: 'Of an index of two charts each tool would take another',
    file: `${EVIDENCE}/chart/decodeChartManifest.ts`,
    from: 'if (manifests.length !== 1) {',
    to: 'if (manifests.length < 1) {',
    tests: [`${WALK}/contents.test.ts`],
  },
  {
    id: 'config-bytes',
    protects: 'A config of any size would be read',
    file: `${WALK}/readVersion.ts`,
    from: 'if (config.size > maxConfigBytes) {',
    to: 'if (false) {',
    tests: [`${WALK}/contents.test.ts`],
  },
];
