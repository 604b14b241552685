import { migrationState } from '../migrationState';
import {
  factsOf,
  layerOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  manifestOf,
  plan,
  published,
} from '../testing/facts';
import { MigrationFacts } from '../types';

const GONE = { legacy: legacyFacts({ goneSince: '2026-11-20T00:00:00Z' }) };

function rollback(extra: Partial<MigrationFacts>) {
  const state = migrationState(factsOf(extra), { signOff: false, plan: false });
  return { phase: state.phase, ...state.rollback };
}

function commands(extra: Partial<MigrationFacts>): string[] {
  return rollback(extra).commands.map(({ command }) => command);
}

describe('rollback', () => {
  it.each<[string, Partial<MigrationFacts>, RegExp, number]>([
    ['noLegacy', { legacy: null }, /no legacy repository to go back to/, 0],
    ['notStarted', { versions: [] }, /^Nothing has to be rolled back/, 0],
    [
      'dualPublishing',
      { consumers: [legacyConsumer('a')] },
      /by taking the chart from the old URL; both places have the same bytes/,
      3,
    ],
    ['cutOver', {}, /as long as it has the version/, 3],
    [
      'deprecationWindow',
      { plan: plan({ deprecatedOn: '2026-11-01' }) },
      /as long as it has the version/,
      3,
    ],
    ['retired', GONE, /^The same archives are published at .* again/, 6],
  ])('of %s', (phase, extra, summary, count) => {
    const found = rollback(extra);
    expect(found.phase).toBe(phase);
    expect(found.summary).toMatch(summary);
    expect(found.commands).toHaveLength(count);
  });

  it('points back at the old URL, at a version that both have', () => {
    expect(commands({})).toEqual([
      'helm upgrade RELEASE payments --repo=https://charts.acme.dev --version=1.8.2 --namespace=NAMESPACE --reuse-values',
      `kubectl patch applications.argoproj.io/APPLICATION --namespace=argocd --type=merge '--patch={"spec":{"source":{"repoURL":"https://charts.acme.dev","chart":"payments","targetRevision":"1.8.2","path":null}}}'`,
      `flux create source helm legacy-charts --url=https://charts.acme.dev --namespace=NAMESPACE && kubectl patch helmreleases.helm.toolkit.fluxcd.io/RELEASE --namespace=NAMESPACE --type=merge '--patch={"spec":{"chartRef":null,"chart":{"spec":{"chart":"payments","version":"1.8.2","sourceRef":{"kind":"HelmRepository","name":"legacy-charts"}}}}}'`,
    ]);
  });

  it('publishes again what the registry has, by digest, and says what must come out', () => {
    const versions = [published('1.8.2+b1')];
    const legacy = legacyFacts({
      versions: [legacyVersion('1.8.2+b1')],
      goneSince: '2026-11-20T00:00:00Z',
    });
    const found = rollback({ versions, legacy, consumers: [] });
    const digest = manifestOf('1.8.2+b1');
    expect(found.commands.slice(0, 3)).toEqual([
      {
        title: `Get 1.8.2+b1 from the registry; the last line has to say ${layerOf(
          '1.8.2+b1',
        ).slice(7)}`,
        command: `helm pull oci://ghcr.io/acme/charts/payments@${digest} && mv ./payments@${digest.replace(
          ':',
          '-',
        )}.tgz ./payments-1.8.2+b1.tgz && sha256sum ./payments-1.8.2+b1.tgz`,
      },
      {
        title: 'Hand it in: a folder of files, such as GitHub Pages',
        command:
          'helm repo index . --url=https://charts.acme.dev --merge=index.yaml',
      },
      {
        title: 'Hand it in: ChartMuseum',
        command:
          'curl --fail --globoff --data-binary @ARCHIVE.tgz https://charts.acme.dev/api/charts',
      },
    ]);
    expect(found.caution).toMatch(/from a backup alone/);
  });

  it('says which releases have to be published first, once they are in the registry only', () => {
    const legacy = legacyFacts({ versions: [legacyVersion('1.8.1')] });
    expect(rollback({ legacy }).steps.at(-1)).toBe(
      'For 1.8.2, which is in the registry only, publish the same archive in the legacy repository first.',
    );
  });

  const hostile = [
    "'; rm -rf / #",
    '$(reboot)',
    '`reboot`',
    '--post-renderer=evil',
    '../../etc/passwd',
    'a\nrm -rf /',
    'a\u202Eb',
    '-v',
  ];
  it.each(hostile)('lets %j break out of no command', text => {
    const facts: Partial<MigrationFacts>[] = [
      { versions: [published(text)] },
      { legacy: legacyFacts({ versions: [legacyVersion(text)] }) },
      { legacy: legacyFacts({ name: text }) },
      { legacy: legacyFacts({ repositoryUrl: text }) },
      { legacy: legacyFacts({ repositoryUrl: `https://a.dev/${text}` }) },
      { registry: text },
      { repository: `acme/${text}` },
    ];
    const all = facts.flatMap(extra => [
      ...commands(extra),
      ...commands({
        ...extra,
        legacy: { ...legacyFacts(), ...extra.legacy, ...GONE.legacy },
      }),
    ]);
    for (const command of all) {
      // Outside of quotes there is nothing that a shell would act on but the && of two steps.
      const bare = command
        .replace(/\\'/g, '')
        .replace(/'[^']*'/g, '')
        .replaceAll(' && ', ' ');
      expect(bare).toMatch(/^[A-Za-z0-9_./:@%+,= -]*$/);
      const words = command.replace(/'[^']*'/g, 'quoted').split(' ');
      expect(words).not.toContain('--post-renderer=evil');
      expect(words).not.toContain('-v');
    }
  });
});
