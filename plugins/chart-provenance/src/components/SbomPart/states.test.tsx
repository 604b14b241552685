import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  FakeChartProvenance,
  noSbom,
  sbomDigest,
  sbomDocument,
  sbomPage,
  sbomRow,
  sbomRows,
} from '../../__fixtures__';
import {
  giveElementsSize,
  openDrawer,
  watchIntersections,
} from '../../__testUtils__';

describe('the states of an SBOM', () => {
  let api: FakeChartProvenance;
  let view: ReturnType<typeof watchIntersections>;

  beforeEach(() => {
    api = new FakeChartProvenance();
    giveElementsSize(440);
    view = watchIntersections();
  });

  afterEach(() => view.stop());

  const open = (search = '?part=sbom') => openDrawer(api, { search });
  const part = () => screen.findByRole('region', { name: 'SBOM' });
  const table = () => screen.findByRole('table', { name: 'Components' });

  it.each<[string, () => void, RegExp[]]>([
    [
      'none attached',
      () => {
        api.sbom = () => noSbom;
      },
      [
        /No SBOM is attached/,
        /cosign attest --type cyclonedx .*ghcr\.io\/acme\/charts\/payments@sha256:/,
      ],
    ],
    [
      'one that cannot be read',
      () => {
        api.sbom = () => ({
          ...noSbom,
          documents: [sbomDocument({ problem: 'It is no JSON.' })],
          shown: sbomDigest,
        });
      },
      [/This SBOM could not be read/, /It is no JSON\./],
    ],
    [
      'one without components',
      () => {
        api.sbom = () => ({
          ...noSbom,
          documents: [sbomDocument()],
          shown: sbomDigest,
        });
      },
      [/It names no component/],
    ],
    [
      'not proven, and cut',
      () => {
        api.sbom = query =>
          sbomPage(query, sbomRows, {
            documents: [
              sbomDocument({
                verified: false,
                cut: true,
                componentCount: 90_000,
              }),
            ],
            against: { digest: digestOf(1), version: '1.0.0', verified: false },
          });
      },
      [
        /Not proven: anybody who may push to the registry may have written this SBOM/,
        /It names 90000 components, more than are kept here/,
        /The SBOM of 1\.0\.0, which it is compared with, is not proven/,
      ],
    ],
    [
      'forbidden',
      () => {
        api.sbom = () => answer(403);
      },
      [/You may not see the SBOM of this version/],
    ],
    [
      'failed',
      () => {
        api.sbom = () => answer(503);
      },
      [/\(503\)/, /Try again/],
    ],
  ])('has words for: %s', async (_state, set, words) => {
    set();
    await open();
    const region = await part();
    await waitFor(() => {
      for (const word of words) {
        expect(region).toHaveTextContent(word);
      }
    });
  });

  it('leads back from a link to what is gone', async () => {
    api.sbom = query => (query.evidence ? answer(404) : sbomPage(query));
    const page = await open(`?part=sbom&sbom=${digestOf(1)}&kind=nonsense`);
    await screen.findByText('The chart index does not have this SBOM');
    await userEvent.click(screen.getByText('Show the one that counts most'));
    await table();
    expect(page.address()).toBe('/tab?part=sbom');
  });

  it('keeps what strangers wrote inert', async () => {
    const texts = [
      '<img src=x onerror="window.hacked=1">',
      // eslint-disable-next-line no-script-url
      'javascript:window.hacked=1',
      '\u202Edetcejer',
      'y'.repeat(500),
    ];
    api.sbom = query =>
      sbomPage(
        query,
        texts.map(text =>
          sbomRow({
            name: text,
            version: text,
            purl: text,
            licences: [text],
            change: 'changed',
            before: { version: `${text}1`, licences: [text], digest: text },
          }),
        ),
        {
          documents: [sbomDocument({ label: texts[0], tools: texts })],
          licences: texts.map(licence => ({ licence, count: 1 })),
          against: { digest: digestOf(1), version: texts[2], verified: true },
        },
      );
    await open();
    const region = await part();
    await table();
    expect(region.querySelector('img, script, a[target=_blank]')).toBeNull();
    for (const text of texts) {
      for (const node of within(region).getAllByText(text)) {
        expect(node.closest('bdi, option')).not.toBeNull();
      }
    }
  });
});
