import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { screen, within } from '@testing-library/react';
import {
  evidenceRow,
  FakeChartProvenance,
  keylessSigner,
  provenanceDigest,
  provenanceRow,
  scanRow,
  slsaFacts,
  verifiedVerdict,
  versionDetail,
  versionRow,
  vexRow,
} from '../../__fixtures__';
import { openDrawer } from '../../__testUtils__';

const [met] = verifiedVerdict.requirements;

describe('what is stated about a version, and what it brings', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const part = (name: string) => screen.findByRole('region', { name });
  const open = async (search = '') => {
    const view = await openDrawer(api, { search });
    await part('Verdict');
    return view;
  };
  const show = (changes: Parameters<typeof versionDetail>[1]) => {
    api.detail = () => versionDetail(versionRow(), changes);
  };

  it('tells how it was built, by whose word, and whether the verdict rests on it', async () => {
    show({
      verdict: {
        ...verifiedVerdict,
        requirements: [
          met,
          {
            ...met,
            id: 'a',
            title: 'SLSA is attested',
            metBy: [provenanceDigest],
          },
        ],
      },
      evidence: [scanRow, vexRow, provenanceRow()],
    });
    await open();
    const built = await part('Provenance');
    const [slsa, scan, vex] = within(built)
      .getAllByRole('listitem')
      .filter(item => item.querySelector('strong a'));
    expect(slsa).toHaveTextContent('by acme/payments · release.yml');
    expect(slsa).toHaveTextContent('It meets: SLSA is attested');
    expect(slsa).toHaveTextContent(`Builder${slsaFacts.builderId}`);
    expect(
      within(slsa)
        .getAllByText(slsaFacts.source ?? '')[0]
        .closest('a'),
    ).toHaveAttribute(
      'href',
      `https://github.com/acme/payments/commit/${keylessSigner.sourceDigest}`,
    );
    within(slsa).getByRole('table', { name: 'Build parameters', hidden: true });
    within(slsa).getByText('1 material');
    expect(scan).toHaveTextContent('Shown, not judged');
    expect(scan).toHaveTextContent('Findings12: 1 critical · 11 low');
    expect(vex).toHaveTextContent('Shown, not judged');
    expect(vex).toHaveTextContent('4 statements: 3 not_affected · 1 affected');
  });

  it('shows nothing of a statement that nobody is proven to have made', async () => {
    const lie: PredicateFacts = { builderId: 'https://trusted.example' };
    const [proof] = provenanceRow(lie).verifications;
    show({
      evidence: [
        provenanceRow(lie, {
          verifications: [
            { ...proof, outcome: 'failed', code: 'bad-signature' },
            { ...proof, trust: 'store:x', gaps: ['revocation'] },
          ],
        }),
      ],
    });
    await open();
    const built = await part('Provenance');
    expect(built).toHaveTextContent('It is not proven who says so');
    expect(built).toHaveTextContent('The verdict does not rest on it');
    expect(built).not.toHaveTextContent('trusted.example');
  });

  it('says what to do where no provenance and no image is named', async () => {
    show({
      evidence: [evidenceRow()],
      contents: { dependencies: [], images: [], sbom: null, cut: false },
    });
    await open();
    expect(await part('Provenance')).toHaveTextContent(
      /No provenance is attached.*What to do/,
    );
    expect(await part('Contents')).toHaveTextContent(
      'None are named: neither by an SBOM nor by the annotation',
    );
  });

  it('links dependencies that the index knows, with the verdict on them', async () => {
    await open();
    const contents = await part('Contents');
    const dependencies = within(contents).getByRole('table', {
      name: 'Dependencies',
    });
    expect(dependencies).toHaveTextContent(
      'postgresql16.xoci://ghcr.io/acme/chartsVerified',
    );
    expect(within(dependencies).getByRole('link').getAttribute('href')).toMatch(
      /postgresql\/chart-provenance\/provenance\?chart=.*&version=/,
    );
    expect(
      within(contents).getByRole('table', { name: 'Container images' }),
    ).toHaveTextContent('ghcr.io/acme/payments:1.8.21ace…1ace');
  });

  it.each([
    '<img src=x onerror="window.hacked=1">',
    // eslint-disable-next-line no-script-url
    'javascript:window.hacked=1',
    '\u202Edetcejer',
    'x'.repeat(5_000),
  ])('keeps what a statement says inert: %.40s', async hostile => {
    const facts: PredicateFacts = {
      label: hostile,
      builderId: hostile,
      buildType: hostile,
      source: hostile,
      build: {
        sourceDigest: hostile,
        invocationId: hostile,
        startedAt: hostile,
        parameters: [{ name: hostile, value: hostile }],
        materials: [{ uri: hostile, digest: hostile }],
      },
    };
    show({ evidence: [provenanceRow(facts, { mediaType: hostile })] });
    await open();
    const built = await part('Provenance');
    expect(built).toHaveTextContent(hostile.trim());
    expect(built.querySelector('img, script')).toBeNull();
    expect(built.querySelector('a[target=_blank]')).toBeNull();
    for (const node of within(built).getAllByText(hostile)) {
      expect(node.closest('bdi, code')).not.toBeNull();
    }
  });
});
