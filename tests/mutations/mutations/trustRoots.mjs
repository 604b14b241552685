const TRUST = 'plugins/chart-provenance-backend/src/trust';
const ROOTS = `${TRUST}/trustRoots.test.ts`;

/** Trust roots that are refreshed over TUF, and kept in a table. */
export const trustRoots = [
  {
    id: 'tuf-rollback',
    core: true,
    protects: 'A mirror would take a root back to one whose keys have leaked',
    file: `${TRUST}/assertUsable.ts`,
    from: 'if (stored && isOlder(verified, stored)) {',
    to: 'if (false) {',
    tests: [`${TRUST}/poisonedRow.test.ts`],
  },
  {
    id: 'tuf-stored',
    core: true,
    protects: 'Whoever writes to the database would decide who is trusted',
    file: `${TRUST}/tuf/verifyMetadata.ts`,
    from: "assertIsTarget(files[target], Buffer.from(input.trustedRoot, 'utf8'));",
    to: '',
    tests: [
      `${TRUST}/tuf/verifyMetadata.test.ts`,
      `${TRUST}/poisonedRow.test.ts`,
    ],
  },
  {
    id: 'tuf-first-root',
    core: true,
    protects: 'Metadata of strangers would be followed from their own root on',
    file: `${TRUST}/tuf/verifyMetadata.ts`,
    from: "    root.verifyDelegate('root', next);\n",
    to: '',
    tests: [`${TRUST}/tuf/verifyMetadata.test.ts`],
  },
  {
    id: 'tuf-usable',
    protects:
      'A root that nothing can be proven under would take the place of one',
    file: `${TRUST}/unusableBecause.ts`,
    from: 'if (!ok) {',
    to: 'if (false) {',
    tests: [ROOTS],
  },
  {
    id: 'tuf-future',
    protects: 'Metadata from a time that has not come would be taken',
    file: `${TRUST}/assertUsable.ts`,
    from: 'Date.parse(signedAt) - now.getTime() > CLOCK_TOLERANCE_MS',
    to: 'false',
    tests: [ROOTS],
  },
  {
    id: 'tuf-age',
    core: true,
    protects: 'A mirror that stands still would keep an old root in force',
    file: `${TRUST}/freshnessOf.ts`,
    from: 'stale: clock !== null || !(Math.max(now, latest) < end),',
    to: 'stale: clock !== null,',
    tests: [ROOTS],
  },
  {
    id: 'tuf-clock',
    protects: 'A clock that is set back would make an old root fresh',
    file: `${TRUST}/freshnessOf.ts`,
    from: 'latest - now <= CLOCK_TOLERANCE_MS',
    to: 'true',
    tests: [ROOTS],
  },
];
