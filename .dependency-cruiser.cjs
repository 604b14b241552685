// The house's arrows, held. Each rule names the room an import may not start from and where it may not lead.
const TESTS =
  '\\.test\\.tsx?$|__fixtures__|/testing/|/__testUtils__/|setupTests|/dev/';

const room = name => `^plugins/chart-provenance-backend/src/${name}/`;

/** Rooms of the backend, and the rooms each may look into. */
const BACKEND_ROOMS = {
  config: ['verification'],
  registries: ['config'],
  evidence: ['walk/types'],
  walk: ['evidence'],
  verification: ['evidence'],
  store: ['walk'],
  indexing: ['walk', 'verification', 'store'],
  inventory: ['config', 'registries', 'store', 'indexing', 'walk/types'],
  consumers: ['config', 'store', 'indexing'],
  migration: ['config', 'registries', 'store', 'indexing', 'walk/types'],
  images: [
    'config',
    'store',
    'indexing',
    'walk',
    'evidence',
    'verification',
    'consumers/git/(parseYaml|splitDocuments|Turns)',
  ],
  gate: [
    'config',
    'registries',
    'store',
    'walk',
    'evidence',
    'verification',
    'indexing',
  ],
  trust: ['config', 'store', 'indexing', 'verification'],
  snippets: ['config', 'store', 'verification'],
  service: ['config', 'store', 'verification', 'migration', 'snippets', 'gate'],
  actions: ['service'],
  doctor: ['config', 'registries', 'verification', 'migration/legacy'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Rooms that need each other are one room, or one of them holds something of the other.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: { pathNot: 'types\\.ts$' } },
    },
    {
      name: 'core-is-pure',
      comment:
        'The pure core reaches for no I/O: no Node module, no HTTP client, no plugin.',
      severity: 'error',
      from: { path: '^plugins/chart-provenance-common/src', pathNot: TESTS },
      to: {
        path: '^plugins/(?!chart-provenance-common/)|^packages/(?!oras/src/reference)|node_modules/(undici|express|knex|@backstage/(backend|config|core)[^/]*)/',
      },
    },
    {
      name: 'core-uses-no-node',
      severity: 'error',
      from: {
        path: '^plugins/chart-provenance-common/src|^packages/oras/src/reference',
        pathNot: TESTS,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'oras-knows-no-backstage',
      comment:
        'The registry client is usable without Backstage and knows nothing of Helm.',
      severity: 'error',
      from: { path: '^packages/oras/src', pathNot: TESTS },
      to: {
        path: '^plugins/|^packages/(?!oras/)|node_modules/(@backstage|@sigstore)/',
      },
    },
    {
      name: 'pages-know-only-the-core',
      severity: 'error',
      from: { path: '^plugins/chart-provenance/src', pathNot: TESTS },
      to: {
        path: '^plugins/(?!chart-provenance/|chart-provenance-common/)|^packages/|node_modules/@backstage/backend',
      },
    },
    {
      name: 'node-knows-no-backend',
      severity: 'error',
      from: { path: '^plugins/chart-provenance-node/src' },
      to: {
        path: '^plugins/(?!chart-provenance-node/|chart-provenance-common/)|^packages/(?!oras/)',
      },
    },
    {
      name: 'cli-uses-the-core',
      comment:
        'A terminal has no backend: of its package it takes what is exported for it.',
      severity: 'error',
      from: { path: '^packages/cli/src', pathNot: TESTS },
      to: {
        path: '^plugins/(?!chart-provenance-common/|chart-provenance-backend/src/((doctor|gate/offline)/index|consumers/git/documents)\\.ts)|^packages/(?!cli/)',
      },
    },
    {
      name: 'backend-knows-no-pages',
      severity: 'error',
      from: { path: '^plugins/chart-provenance-backend/src', pathNot: TESTS },
      to: {
        path: '^plugins/(?!chart-provenance-(backend|common|node)/)|^packages/(?!oras/)|node_modules/(react|@material-ui)/',
      },
    },
    ...Object.entries(BACKEND_ROOMS).map(([name, mayUse]) => ({
      name: `backend-room-${name}`,
      comment: `${name}/ may look into ${
        mayUse.join(', ') || 'no other room'
      } only.`,
      severity: 'error',
      from: { path: room(name), pathNot: TESTS },
      to: {
        path: '^plugins/chart-provenance-backend/src/[^/]+/',
        pathNot: [
          room(name),
          ...mayUse.map(
            other => `^plugins/chart-provenance-backend/src/${other}`,
          ),
        ],
      },
    })),
    {
      name: 'tests-stay-out',
      comment:
        'What ships imports no test, no fixture and no development registry.',
      severity: 'error',
      from: {
        path: '^(plugins/[^/]+|packages/(oras|cli))/src',
        pathNot: TESTS,
      },
      to: { path: `${TESTS}|^packages/(dev-registry|interop)/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|/dist-types/|/node_modules/.*/node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
