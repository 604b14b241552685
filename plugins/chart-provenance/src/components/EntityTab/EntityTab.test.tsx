import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  FakeChartProvenance,
  manyRows,
  rejectedRow,
  versionRow,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from './EntityTab';

const rowsInDocument = () => screen.getAllByRole('row').slice(1);

describe('EntityTab', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  it('says the verdict in words, with reason and signer', async () => {
    await renderPage(<EntityTab />, { api });
    const [verified, rejected, unsigned] = await waitFor(() => {
      expect(rowsInDocument()).toHaveLength(3);
      return rowsInDocument();
    });
    expect(verified).toHaveTextContent('Verified');
    expect(verified).toHaveTextContent(
      'signed by acme/payments · release.yml @ refs/tags/v1.8.2',
    );
    expect(verified).toHaveTextContent('212');
    expect(verified).toHaveTextContent('SLSA v1');
    expect(verified).toHaveTextContent('3 days ago');
    expect(verified).toHaveTextContent('stable↺1');
    expect(rejected).toHaveTextContent('Rejected: wrong identity');
    expect(rejected).toHaveTextContent('signature by acme/tools');
    expect(unsigned).toHaveTextContent('Unsigned: no signature');
  });

  it('marks a version that was published twice with different charts', async () => {
    const twin = versionRow({
      digest: digestOf(1820),
      chartLayerDigest: digestOf(91820),
      newest: false,
      tags: [],
    });
    const pushedAgain = { ...rejectedRow, digest: digestOf(1810), tags: [] };
    api.rows = [versionRow(), twin, rejectedRow, pushedAgain];
    await renderPage(<EntityTab />, { api });
    const rows = await waitFor(() => {
      expect(rowsInDocument()).toHaveLength(4);
      return rowsInDocument();
    });
    expect(rows[0]).toHaveTextContent('chart changed');
    expect(rows[1]).toHaveTextContent('replaced');
    expect(rows[2]).not.toHaveTextContent('chart changed');
    expect(rows[3]).not.toHaveTextContent('replaced');
    expect(screen.getAllByTitle('stable moved once')).not.toHaveLength(0);
  });

  it('says what the policy asks when it is opened', async () => {
    await renderPage(<EntityTab />, { api });
    const policy = await screen.findByText(/^acme-release/);
    expect(policy).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(policy);
    await screen.findByText('Signed by acme/payments');
    screen.getByText('subjectPattern: https://github\\.com/acme/payments/.+');
    await userEvent.click(policy);
    expect(screen.queryByText('Signed by acme/payments')).toBeNull();
  });

  it('opens the version in the address bar and leads back to the list', async () => {
    const view = await renderPage(<EntityTab />, {
      api,
      search: `?version=${digestOf(181)}`,
    });
    const drawer = await screen.findByRole('dialog');
    await within(drawer).findByText('payments 1.8.1');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(view.address()).toBe('/tab');
    expect(screen.getByRole('grid')).toHaveFocus();
  });

  it('is driven by the keyboard alone', async () => {
    const view = await renderPage(<EntityTab />, { api });
    const grid = await screen.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(grid.getAttribute('aria-activedescendant')).toContain(digestOf(181));
    await userEvent.keyboard('{Enter}');
    await screen.findByText('payments 1.8.1');
    expect(
      new URLSearchParams(view.address().split('?')[1]).get('version'),
    ).toBe(digestOf(181));
    await userEvent.click(screen.getByLabelText('Version above'));
    await screen.findByText('payments 1.8.2');
  });

  it('opens a version by a click on its row, not by copying its digest', async () => {
    const view = await renderPage(<EntityTab />, { api });
    await screen.findByRole('grid');
    document.execCommand = () => true;
    await userEvent.click(
      screen.getByLabelText(`Copy digest ${digestOf(181)}`),
    );
    screen.getByLabelText(`Copied digest ${digestOf(181)}`);
    expect(view.address()).toBe('/tab');
    await userEvent.click(screen.getByText('Rejected'));
    await screen.findByText('payments 1.8.1');
  });

  it('filters by count, text and pre-release, and keeps that in the address bar', async () => {
    const view = await renderPage(<EntityTab />, { api });
    await userEvent.click(await screen.findByText('Rejected 1'));
    expect(rowsInDocument()).toHaveLength(1);
    expect(view.address()).toBe('/tab?status=rejected');
    await userEvent.click(screen.getByText('Rejected 1'));
    await userEvent.click(screen.getByLabelText('Pre-releases'));
    expect(rowsInDocument()).toHaveLength(2);
    expect(view.address()).toBe('/tab?prereleases=false');
    await userEvent.type(screen.getByRole('searchbox'), 'nothing like it');
    await screen.findByText('No version matches');
    await waitFor(() => expect(view.address()).toContain('filter=nothing'));
    await userEvent.click(screen.getByText('Clear filters'));
    expect(rowsInDocument()).toHaveLength(3);
    await waitFor(() => expect(view.address()).toBe('/tab'));
  });

  it('draws only what is in view of 2,000 versions, and finds any of them', async () => {
    api.rows = manyRows(2_000);
    await renderPage(<EntityTab />, { api });
    await screen.findByText('2000 of 2000 versions');
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '2001');
    expect(rowsInDocument().length).toBeGreaterThan(5);
    expect(rowsInDocument().length).toBeLessThan(60);
    expect(api.asked.filter(call => call.startsWith('versions'))).toHaveLength(
      10,
    );
    await userEvent.type(screen.getByRole('searchbox'), '3.17.0');
    await screen.findByText('1 of 2000 versions');
    expect(rowsInDocument()[0]).toHaveTextContent('3.17.0');
  });

  it('keeps the versions it has when a later page fails, says so, and goes on', async () => {
    api.rows = manyRows(450);
    api.failAt = { offset: 200, error: answer(503) };
    await renderPage(<EntityTab />, { api });
    await screen.findByText(
      'The backend failed on the versions of this chart (503)',
    );
    screen.getByText('200 of 450 versions; 250 not loaded');
    expect(rowsInDocument()[0]).toHaveTextContent('3.449.0');
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByText('450 of 450 versions');
  });
});
