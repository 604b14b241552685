/** One archive in the example company's legacy repository. */
export type LegacyArchive = {
  chart: string;
  version: string;
} & (
  | {
      /** The very bytes that were pushed to the registry. */
      bytes: 'same';
    }
  | {
      /** Packaged for the legacy repository alone, at this hour, from the sources of that example chart. */
      bytes: 'own';
      at: string;
      source?: string;
      appVersion?: string;
    }
);

const same = (chart: string, ...versions: string[]): LegacyArchive[] =>
  versions.map(version => ({ chart, version, bytes: 'same' }));

/** What Acme's chart repository, from before its registry, holds. `README.md` beside the archives says what each shows. */
export const LEGACY_ARCHIVES: LegacyArchive[] = [
  {
    ...{ chart: 'payments', version: '1.5.2', appVersion: '2026.3.1' },
    ...{ bytes: 'own', at: '2026-04-02T10:11:12Z' },
  },
  ...same('payments', '1.7.0', '1.6.3+hotfix.1', '1.7.1'),
  // `helm package` once more, two hours later, makes other bytes of the same sources.
  {
    ...{ chart: 'payments', version: '1.8.0', appVersion: '2026.9.0' },
    ...{ bytes: 'own', at: '2026-09-08T11:15:02Z' },
  },
  ...same('payments', '1.8.1'),
  ...same('ledger', '3.0.0', '3.1.0', '3.2.0'),
  ...same('storefront', '5.3.0'),
  ...same('inventory', '1.0.0', '1.1.0'),
  {
    ...{ chart: 'pricing', version: '0.8.0', source: 'loyalty' },
    ...{ bytes: 'own', at: '2026-02-11T08:00:00Z' },
  },
  {
    ...{ chart: 'pricing', version: '0.9.0', source: 'loyalty' },
    ...{ bytes: 'own', at: '2026-05-20T08:00:00Z' },
  },
];
