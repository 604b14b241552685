/**
 * What a person must see on the Consumers and Migration parts of the example company. `see` are texts anywhere in the tab, in the
 * order of reading; `never` must not stand there.
 */
export const PART_STORIES = [
  {
    component: 'payments',
    part: 'consumers',
    see: [
      '3 consumers',
      '1 by digest',
      '1 by exact version',
      '1 by range',
      'production',
      'Verified',
      'Rejected: wrong identity',
      'nothing checks',
      '1 runs what is rejected',
      '2 run what is verified',
      'staging',
    ],
    screenshot: 'payments-consumers',
  },
  {
    component: 'checkout',
    part: 'consumers',
    // One tag, two clusters, and the tag moved between the two deployments.
    see: ['2 consumers', '4.2.0', 'different bytes'],
    screenshot: 'checkout-consumers',
  },
  {
    component: 'storefront',
    part: 'consumers',
    see: [
      '2 consumers',
      '1 from the legacy repository',
      'Argo CD does not record which bytes',
    ],
  },
  {
    component: 'backoffice',
    part: '',
    see: ['edge-cache', '0.9.2', 'Verified'],
    never: ['No chart is known'],
    screenshot: 'backoffice',
  },
  {
    component: 'payments',
    part: 'migration',
    see: [
      '1.8.0 has other bytes in the registry',
      'Cut over',
      'Supported versions are signed by whom the policy says.',
      'Of 7 versions that are supported or run, 1 is rejected.',
      'The registry refuses to overwrite the tag of a version.',
      'Different bytes',
      'Only in the legacy repository',
      'helm upgrade RELEASE payments',
    ],
    screenshot: 'payments-migration',
  },
  {
    component: 'pricing',
    part: 'migration',
    see: ['Not started', 'is published in', 'yet'],
  },
  {
    component: 'inventory',
    part: 'migration',
    see: ['Dual publishing', '1 of 2 consumers'],
  },
  {
    component: 'ledger',
    part: 'migration',
    see: [
      'Cut over',
      'No consumer takes the chart from the legacy repository.',
    ],
  },
];
