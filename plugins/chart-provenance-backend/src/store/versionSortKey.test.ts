import {
  compareVersions,
  sortVersions,
} from 'backstage-plugin-chart-provenance-common';
import { versionSortKey } from './versionSortKey';

const VERSIONS = [
  '0.0.1',
  '0.9.0',
  '0.10.0',
  '1.0.0-0',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0-10.0',
  '1.0.0--',
  '1.0.0-ALPHA',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.2',
  '1.0.0-alpha.10',
  '1.0.0-alpha.beta',
  '1.0.0-alpha-beta',
  '1.0.0-alphabet',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  'v1.0.1',
  '1.0.1+build',
  '1.2.0',
  '1.10.0',
  '2.0.0',
  '9.0.0',
  '10.0.0',
  '100.2.0+up40.1.2',
  '99999999999.0.0',
];

it('orders every pair as semver precedence does', () => {
  for (const a of VERSIONS) {
    for (const b of VERSIONS) {
      const [left, right] = [versionSortKey(a), versionSortKey(b)];
      const expected = Math.sign(compareVersions(a, b) ?? NaN);
      const byKey = Buffer.compare(Buffer.from(left), Buffer.from(right));
      expect([a, b, byKey]).toEqual([a, b, expected]);
    }
  }
});

it('puts what is no version below everything that is', () => {
  const texts = ['0.0.1-0', '', 'latest', '1.8', '~', 'zzz'];
  const sorted = [...texts].sort((a, b) =>
    versionSortKey(a) < versionSortKey(b) ? 1 : -1,
  );
  expect(sorted[0]).toBe('0.0.1-0');
  expect(sortVersions(texts)[0]).toBe('0.0.1-0');
});

it('bounds the key', () => {
  expect(versionSortKey(`1.0.0-${'a'.repeat(5000)}`)).toHaveLength(512);
  expect(versionSortKey('x'.repeat(5000))).toHaveLength(512);
});
