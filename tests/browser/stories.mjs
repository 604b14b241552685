/**
 * What a person must see on each page of the example company. `rows` are versions with the words beside the shield; `see` is text
 * anywhere in the tab; `never` must not stand there. `drawer` opens a version and reads it.
 */
export const STORIES = [
  {
    component: 'payments',
    rows: [
      ['1.9.0-rc.1', 'Verified'],
      ['1.8.2', 'Verified', 'acme/payments'],
      ['1.8.1', 'Rejected: wrong identity', 'acme/tools'],
      ['1.8.0', 'Verified'],
      ['1.7.1', 'Verified'],
      ['1.7.0', 'Verified'],
      ['1.6.3+hotfix.1', 'Verified'],
    ],
    screenshot: 'payments',
    drawer: {
      version: '1.8.2',
      see: ['acme/payments', 'CycloneDX', 'SLSA', 'cosign verify', 'stable'],
      screenshot: 'payments-drawer',
    },
  },
  {
    component: 'ledger',
    rows: [
      ['3.2.0', 'Verified', 'ledger-release'],
      ['3.1.1', 'Rejected: untrusted key'],
      ['3.1.0', 'Verified'],
      ['3.0.0', 'Verified'],
    ],
  },
  {
    component: 'storefront',
    rows: [
      ['5.4.0', 'Rejected: distrusted', 'dev@acme.example'],
      ['5.3.0', 'Verified'],
    ],
    screenshot: 'storefront',
    drawer: {
      version: '5.4.0',
      see: ['dev@acme.example', 'acme-release'],
      screenshot: 'storefront-drawer',
    },
  },
  {
    component: 'search',
    rows: [
      ['0.12.0', 'Rejected: wrong source repository', 'acme/release-workflows'],
      ['0.11.0', 'Verified'],
    ],
    drawer: {
      version: '0.12.0',
      see: ['github.com/acme/tools', 'github.com/acme/search'],
    },
  },
  {
    component: 'notifications',
    rows: [
      ['2.3.2', 'Rejected: bad signature'],
      ['2.3.1', 'Rejected: signature of another chart'],
      ['2.3.0', 'Verified'],
    ],
    never: ['Unsigned:'],
  },
  {
    component: 'inventory',
    rows: [
      ['1.1.0', 'Unsigned: no signature'],
      ['1.0.0', 'Unsigned: no signature'],
    ],
  },
  {
    component: 'checkout',
    // The tags move after the index has seen where they pointed before.
    rows: [
      ['4.2.1', 'Verified'],
      ['4.1.0', 'Rejected: '],
    ],
    see: ['stable↺1', '4.2.0↺1', 'chart changed', 'replaced'],
    screenshot: 'checkout',
    drawer: {
      version: '4.1.0',
      see: ['stable', '4.3.0'],
      screenshot: 'checkout-drawer',
    },
  },
  {
    component: 'edge',
    // The chart published last is shown first; the selector holds both.
    rows: [
      ['1.5.0', 'Verified', 'acme/edge'],
      ['1.4.0', 'Verified'],
    ],
    charts: ['edge-gateway', 'edge-cache'],
    screenshot: 'edge',
    // Signed twice: by the workflow, and with the team's own PGP key, which proves the chart archive alone.
    drawer: {
      version: '1.5.0',
      see: [
        'Helm provenance file',
        'Proven under keyring edge-team',
        'the chart archive alone',
        'helm pull --verify',
      ],
    },
  },
  {
    component: 'loyalty',
    rows: [
      ['0.3.1', 'Could not check: no policy'],
      ['0.3.0', 'Could not check: no policy'],
    ],
    see: ['acme/loyalty'],
    never: ['Verified:'],
    screenshot: 'loyalty',
  },
  {
    component: 'pricing',
    rows: [],
    see: ['Nothing is published yet', 'helm push'],
  },
  {
    component: 'reports',
    rows: [],
    see: ['could not be read yet', 'connection failed'],
    screenshot: 'reports',
  },
  {
    component: 'geo',
    rows: [],
    see: ['An annotation does not parse'],
    screenshot: 'geo',
  },
  {
    component: 'fraud-check',
    rows: [],
    see: ['claim'],
    never: ['1.8.2'],
    screenshot: 'fraud-check',
  },
  {
    component: 'handbook',
    rows: [],
    see: ['No chart is known for this entity'],
  },
];
