import { chartTargetOf } from './chartTargetOf';
import { formatChartTarget } from './formatChartTarget';
import { normaliseLegacyUrl } from './normaliseLegacyUrl';

it.each<[string, string | undefined, string | undefined, ...string[]]>([
  [
    'oci://ghcr.io/acme/charts',
    'payments',
    'oci://ghcr.io/acme/charts/payments',
  ],
  ['ghcr.io/acme/charts', 'payments', 'oci://ghcr.io/acme/charts/payments'],
  ['GHCR.io', 'acme/payments', 'oci://ghcr.io/acme/payments'],
  ['oci://localhost:5000/payments', undefined, 'oci://localhost:5000/payments'],
  ['https://charts.acme.dev', 'payments', 'https://charts.acme.dev#payments'],
  ['HTTP://Charts.acme.dev:80/x/', 'p', 'http://charts.acme.dev/x#p'],
  [
    'oci://ghcr.io/acme/charts/',
    'payments',
    'oci://ghcr.io/acme/charts/payments',
  ],
  [
    'oci://ghcr.io/Acme/charts',
    'Payments',
    'oci://ghcr.io/acme/charts/payments',
    'uppercase-repository',
  ],
  [
    'oci://ghcr.io/acme/payments',
    'payments',
    'oci://ghcr.io/acme/payments/payments',
    'chart-name-repeated',
  ],
  [
    'oci://ghcr.io/acme/payments:1.8.2',
    undefined,
    'oci://ghcr.io/acme/payments',
    'reference-in-url',
  ],
  // What cannot be told is never guessed.
  ['oci://ghcr.io/acme', '{{.chart}}', undefined],
  ['oci://${registry}/acme', 'payments', undefined],
  ['', 'payments', undefined],
  ['acme', 'payments', undefined],
  ['oci://', 'payments', undefined],
  ['ssh://git@github.com/acme', 'payments', undefined],
  ['oci://ghcr.io/acme/../other', 'payments', undefined],
  ['https://charts.acme.dev', undefined, undefined],
  ['https://charts.acme.dev/?token=1', 'payments', undefined],
  ['https://charts.acme.dev', 'a b', undefined],
  ['https://', 'payments', undefined],
])('%s with %s means %s', (location, name, expected, ...rules) => {
  const { target, findings } = chartTargetOf(location, name);
  expect(formatChartTarget(target)).toBe(expected);
  expect(findings.map(({ rule }) => rule)).toEqual(rules);
});

it.each([
  ['https://charts.acme.dev', 'https://charts.acme.dev'],
  ['https://charts.acme.dev///', 'https://charts.acme.dev'],
  [
    'https://Charts.ACME.dev:443/Stable/index.yaml',
    'https://charts.acme.dev/Stable',
  ],
  ['https://charts.acme.dev/index.yaml/', 'https://charts.acme.dev'],
  ['https://user:secret@charts.acme.dev/', 'https://charts.acme.dev'],
  ['http://charts.acme.dev', 'http://charts.acme.dev'],
  ['oci://charts.acme.dev', undefined],
  ['charts.acme.dev', undefined],
  [`https://charts.acme.dev${'/'.repeat(100_000)}`, undefined],
])('%s is spelled %s', (text, expected) => {
  expect(normaliseLegacyUrl(text)).toBe(expected);
});
