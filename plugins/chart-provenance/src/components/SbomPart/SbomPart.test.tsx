import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  FakeChartProvenance,
  manySbomRows,
  sbomDigest,
  sbomDocument,
  sbomPage,
  sbomRows,
  versionRow,
} from '../../__fixtures__';
import {
  giveElementsSize,
  openDrawer,
  watchIntersections,
} from '../../__testUtils__';

describe('the SBOM of a version', () => {
  let api: FakeChartProvenance;
  let view: ReturnType<typeof watchIntersections>;

  beforeEach(() => {
    api = new FakeChartProvenance();
    giveElementsSize(440);
    view = watchIntersections();
  });

  afterEach(() => view.stop());

  const open = (search = '?part=sbom') =>
    openDrawer(api, {
      search,
      versions: [
        ...api.rows,
        versionRow({ digest: digestOf(180), version: '1.8.0' }),
      ],
    });
  const part = () => screen.findByRole('region', { name: 'SBOM' });
  const table = () => screen.findByRole('table', { name: 'Components' });
  const asked = () => api.asked.filter(call => call.startsWith('sbom'));
  const rowTexts = async () =>
    within(await table())
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);

  it('is asked for when it comes near, not before', async () => {
    await open('');
    await part();
    expect(asked()).toEqual([]);
    act(() => view.comeNear());
    await table();
    expect(asked()).toEqual(['sbom {}']);
  });

  it('names the components, what changed and since which version', async () => {
    await open();
    expect(await rowTexts()).toEqual([
      'expresspkg:npm/express@4.19.24.19.2packageMITsame',
      'ghcr.io/acme/payments1ace…1ace1.8.1 → 1.8.2other bytescontainer imagenot saidchanged',
      'left-padpkg:npm/left-pad@1.3.01.3.0packageWTFPL, MITremoved',
      'openssl3.5.1packageApache-2.0added',
    ]);
    const region = await part();
    expect(region).toHaveTextContent('CycloneDX 1.6 · 4 components · proven');
    expect(region).toHaveTextContent('with syft 1.20.0');
    expect(
      within(region).getByRole('group', { name: 'Differences to 1.8.1' }),
    ).toHaveTextContent('1 added1 removed1 changed1 sameagainst 1.8.1');
  });

  it('narrows by a count and back, by keyboard, and keeps it in the address', async () => {
    const page = await open();
    await table();
    const added = screen.getByRole('button', { name: '1 added' });
    added.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(async () =>
      expect(await rowTexts()).toEqual(['openssl3.5.1packageApache-2.0added']),
    );
    expect(added).toHaveAttribute('aria-pressed', 'true');
    expect(page.address()).toBe('/tab?part=sbom&change=added');
    await userEvent.keyboard('{Enter}');
    await waitFor(async () => expect(await rowTexts()).toHaveLength(4));
    expect(page.address()).toBe('/tab?part=sbom');
  });

  it('searches, and filters by licence and kind', async () => {
    const page = await open();
    await table();
    await userEvent.type(screen.getByLabelText('Search components'), 'pad');
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1));
    await userEvent.selectOptions(screen.getByLabelText('Licence'), 'MIT');
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'image');
    await screen.findByText(/No component matches/);
    expect(page.address()).toBe(
      '/tab?part=sbom&component=pad&licence=MIT&kind=image',
    );
    expect(asked().pop()).toBe(
      'sbom {"filter":"pad","licence":"MIT","kind":"image"}',
    );
    await userEvent.click(screen.getByText('Clear the filters'));
    await waitFor(async () => expect(await rowTexts()).toHaveLength(4));
    expect(screen.getByLabelText('Search components')).toHaveValue('');
  });

  it('finds the components that say no licence, and can be sent so', async () => {
    const page = await open();
    await table();
    await userEvent.selectOptions(
      screen.getByLabelText('Licence'),
      'none said (1)',
    );
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1));
    expect(asked().pop()).toBe('sbom {"licence":""}');
    expect(page.address()).toBe('/tab?part=sbom&licence=');
    expect(screen.getByLabelText('Licence')).toHaveDisplayValue(
      'none said (1)',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Licence'),
      'all licences',
    );
    await waitFor(async () => expect(await rowTexts()).toHaveLength(4));
    expect(page.address()).toBe('/tab?part=sbom');
    // One of them is of the version before.
    screen.getByText('4 of 4, with removed');
  });

  it('compares with a chosen version, or with none', async () => {
    await open();
    await table();
    const choice = screen.getByLabelText('Compare with');
    expect(
      within(choice)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'the version before, 1.8.1',
      'nothing',
      '1.8.0 (00b4…00b4)',
      '1.8.1 (00b5…00b5)',
    ]);
    await userEvent.selectOptions(choice, digestOf(180));
    await waitFor(() =>
      expect(asked().pop()).toBe(`sbom {"against":"${digestOf(180)}"}`),
    );
    await userEvent.selectOptions(choice, 'none');
    await screen.findByText(/Not compared/);
    expect(await rowTexts()).toHaveLength(3);
    expect(
      screen.queryByRole('columnheader', { name: 'Change' }),
    ).not.toBeInTheDocument();
  });

  it('has few of 5,000 components in the document, and reads on when asked to', async () => {
    api.sbom = query => sbomPage(query, manySbomRows(5_000));
    await open();
    const components = await table();
    expect(components).toHaveAttribute('aria-rowcount', '5001');
    await screen.findByText('200 of 5000 components');
    expect(within(components).getAllByRole('row').length).toBeLessThan(40);
    expect(asked()).toHaveLength(1);
    await userEvent.click(screen.getByText('More: 200 of 5000'));
    await screen.findByText('400 of 5000 components');
    api.sbom = () => answer(502);
    await userEvent.click(screen.getByText('More: 400 of 5000'));
    await screen.findByText(/failed on the SBOM of this version \(502\)/);
    screen.getByText('400 of 5000 components');
    api.sbom = query => sbomPage(query, manySbomRows(5_000));
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByText('600 of 5000 components');
    expect(asked().slice(-3)).toEqual([
      'sbom {"cursor":"200"}',
      'sbom {"cursor":"400"}',
      'sbom {"cursor":"400"}',
    ]);
  });

  it('chooses among several documents', async () => {
    api.sbom = query =>
      sbomPage(query, sbomRows, {
        shown: query.evidence ?? sbomDigest,
        documents: [
          sbomDocument(),
          sbomDocument({
            evidence: digestOf(9),
            label: 'SPDX-2.3',
            verified: false,
            present: false,
          }),
        ],
      });
    const page = await open();
    await table();
    expect(screen.queryByText(/^Not proven/)).toBeNull();
    await userEvent.selectOptions(
      screen.getByLabelText('SBOM document'),
      digestOf(9),
    );
    await screen.findByText(/^Not proven: anybody who may push/);
    await screen.findByText('No longer attached');
    expect(page.address()).toContain(`sbom=${encodeURIComponent(digestOf(9))}`);
  });
});
