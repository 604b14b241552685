/* eslint-disable no-script-url */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  argoRow,
  consumerList,
  consumerRow,
  consumerSummary,
  digestOf,
  FakeChartProvenance,
  manyConsumers,
  noConsumers,
  rejected,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

describe('the Consumers part', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const show = (search = '') =>
    renderPage(<EntityTab />, { api, path: '/tab/consumers', search });
  const rowOf = (name: string) =>
    screen.findByRole('row', { name: new RegExp(name) });

  it('says who uses the chart, then shows it by environment and owner', async () => {
    api.consumers = consumerList({
      summary: consumerSummary({
        total: 14,
        hidden: 3,
        byPin: { ...consumerSummary().byPin, digest: 11, version: 0, range: 2 },
      }),
    });
    const view = await show();
    await screen.findByRole('grid', { name: 'Consumers' });
    expect(view.container).toHaveTextContent(
      '14 consumers: 11 by digest, 2 by range, 1 from the legacy repository; 3 are hidden from you',
    );
    expect(screen.getByText('11 by digest').closest('a')).toHaveAttribute(
      'href',
      '/tab/consumers?pin=digest&from=oci',
    );
    const words = screen
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);
    expect(words[0]).toBe('production2 consumers');
    expect(words[1]).toMatch(/team-money1 consumer$/);
    expect(words[2]).toContain('ledger');
    expect(words[3]).toMatch(/team-shop1 consumer$/);
    expect(words[4]).toContain('checkout');
    expect(words[5]).toBe('In no configured environment1 consumer');
    expect(words[6]).toBe('Owner not known1 consumer');
    expect(words[7]).toContain('umbrella');
  });

  it('never shows a tick without a verdict', async () => {
    await show();
    const ledger = await rowOf('ledger');
    expect(ledger).toHaveTextContent('1.8.1');
    expect(ledger).toHaveTextContent(
      'No verdict: Argo CD does not record which bytes run.',
    );
    expect(ledger).not.toHaveTextContent('Verified');
    expect(ledger).toHaveTextContent('range');
    expect(ledger).toHaveTextContent('could be exact version');
    expect(ledger).toHaveTextContent('nothing checks');
    expect(ledger).toHaveTextContent('1 release');
    const checkout = await rowOf('checkout');
    expect(checkout).toHaveTextContent('Verified');
    expect(checkout).toHaveTextContent('newest');
    const umbrella = await rowOf('umbrella');
    within(umbrella).getByLabelText('Nothing says what runs');
  });

  it('says whether everybody runs what is verified, and shows those who do not', async () => {
    const view = await show();
    const sentence = await screen.findByRole('group', {
      name: 'What they run',
    });
    expect(sentence).toHaveTextContent(
      /^2 without a verdict on what they run1 runs what is verified$/,
    );
    await userEvent.click(within(sentence).getByText(/^2 without/));
    await screen.findByText('2 of 3 consumers');
    expect(view.address()).toBe('/tab/consumers?runs=unknown');
  });

  it('leads from what must not run to its proof, and to the version that mends it', async () => {
    api.consumers = consumerList({
      items: [
        consumerRow({
          runs: {
            version: '1.8.1',
            digest: digestOf(181),
            since: null,
            verdict: rejected,
            note: null,
          },
          findings: [],
        }),
      ],
    });
    await show('?consumer=consumer-checkout');
    const drawer = await screen.findByRole('dialog');
    expect(drawer).toHaveTextContent(
      /What to do: move it to 1\.8\.2, which is verified/,
    );
    expect(drawer).toHaveTextContent('None besides the verdict on what runs.');
    const proof = new URLSearchParams({
      chart: 'chart-payments00',
      version: digestOf(181),
    });
    expect(
      within(drawer).getByText('Show the proof').closest('a'),
    ).toHaveAttribute('href', `/tab/provenance?${proof}`);
  });

  it('links files by http(s) only, and shows what strangers wrote as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Egnp.exe';
    api.consumers = consumerList({
      items: [
        consumerRow({
          name: hostile,
          kind: hostile,
          written: hostile,
          entityRef: 'no entity at all::',
          where: {
            ...argoRow.where,
            title: hostile,
            href: 'javascript:alert(1)',
          },
          findings: [
            { rule: 'x', severity: 'error', message: hostile, fix: hostile },
          ],
        }),
        argoRow,
      ],
    });
    const view = await show('?consumer=consumer-checkout');
    const drawer = await screen.findByRole('dialog');
    expect(drawer).toHaveTextContent(hostile);
    expect(view.baseElement.querySelector('img')).toBeNull();
    expect(view.baseElement.innerHTML).not.toContain('javascript:');
    for (const element of screen.getAllByText(hostile)) {
      expect(element.closest('bdi')).not.toBeNull();
    }
    const [link] = screen.getAllByText(/apps\/ledger\.yaml/);
    expect(link.closest('a')).toHaveAttribute(
      'href',
      'https://github.com/acme/fleet/blob/main/apps/ledger.yaml',
    );
  });

  it('opens a consumer in a drawer with its own address, and leads back', async () => {
    const view = await show();
    const grid = await screen.findByRole('grid', { name: 'Consumers' });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    const drawer = await screen.findByRole('dialog');
    expect(view.address()).toBe('/tab/consumers?consumer=consumer-ledger');
    expect(drawer).toHaveTextContent(
      'Warning: The range follows whatever is published next.',
    );
    expect(drawer).toHaveTextContent(
      'What to do: Name the exact version 1.8.2.',
    );
    expect(drawer).toHaveTextContent('Argo CD checks no signature of charts.');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(view.address()).toBe('/tab/consumers');
    expect(grid).toHaveFocus();
  });

  it('says so when the linked consumer is gone, even with nobody left', async () => {
    api.consumers = consumerList({ items: [], summary: noConsumers() });
    await show('?consumer=gone');
    const drawer = await screen.findByRole('dialog');
    expect(drawer).toHaveTextContent(/is not among those shown/);
  });

  it('filters by text and facets, in the address bar', async () => {
    const view = await show('?pin=digest&environment=production');
    await screen.findByText('1 of 3 consumers');
    await userEvent.selectOptions(screen.getByLabelText('Pin'), 'all pins');
    await screen.findByText('2 of 3 consumers');
    expect(view.address()).toBe('/tab/consumers?environment=production');
    await userEvent.selectOptions(
      screen.getByLabelText('Environment'),
      'no environment',
    );
    await screen.findByText('1 of 3 consumers');
    await userEvent.selectOptions(
      screen.getByLabelText('Taken from'),
      'from the legacy repository',
    );
    await screen.findByText('No consumer matches');
    await userEvent.click(screen.getByText('Clear filters'));
    await screen.findByText('3 of 3 consumers');
    await userEvent.type(screen.getByRole('searchbox'), 'apps/LEDGER');
    await screen.findByText('1 of 3 consumers');
    await waitFor(() =>
      expect(view.address()).toBe('/tab/consumers?filter=apps%2FLEDGER'),
    );
  });

  it('shows the same as a tree that opens and closes', async () => {
    const view = await show('?view=tree');
    const tree = await screen.findByLabelText('Consumers as a tree');
    const production = within(tree).getByRole('button', { name: /production/ });
    expect(production).toHaveAttribute('aria-expanded', 'true');
    expect(tree).toHaveTextContent(
      'prod-eu1 consumercheckoutOCIRepositorydigest1.8.2Verified',
    );
    await userEvent.click(production);
    expect(production).toHaveAttribute('aria-expanded', 'false');
    expect(within(tree).queryByText('checkout')).toBeNull();
    within(tree).getByText('umbrella');
    await userEvent.click(screen.getByText('Show as table'));
    await screen.findByRole('grid', { name: 'Consumers' });
    expect(view.address()).toBe('/tab/consumers');
  });

  it('warns when a moved tag splits its consumers', async () => {
    api.consumers = consumerList({
      splits: [
        {
          wants: '1.8.1',
          digests: [
            { digest: digestOf(181), version: '1.8.1', consumers: 2 },
            { digest: digestOf(1810), version: null, consumers: 1 },
          ],
        },
      ],
    });
    await show();
    const banner = (
      await screen.findByText('Consumers of 1.8.1 run different bytes')
    ).closest('section');
    expect(banner).toHaveTextContent('2 consumers: 00b5…00b5');
    expect(
      within(banner ?? document.body)
        .getByText('2 consumers')
        .closest('a'),
    ).toHaveAttribute(
      'href',
      `/tab/consumers?${new URLSearchParams({ filter: digestOf(181) })}`,
    );
    expect(banner).toHaveTextContent('1 consumer: 0712…0712');
    expect(banner).toHaveTextContent('What to do:');
  });

  it('shows the shape of what is coming while it loads', async () => {
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    api.listConsumers = async () => {
      await gate;
      return consumerList();
    };
    await show();
    await screen.findByLabelText('Loading consumers');
    release();
    await screen.findByRole('grid', { name: 'Consumers' });
    expect(screen.queryByLabelText('Loading consumers')).toBeNull();
  });

  it('draws only what is in view of 2,000 consumers, as a table or a tree', async () => {
    const items = manyConsumers(2_000);
    api.consumers = consumerList({
      items,
      summary: consumerSummary({ total: 2_100, hidden: 40 }),
    });
    await show();
    await screen.findByText(
      '2000 of 2000 consumers; 60 more are too many to list',
    );
    await userEvent.click(screen.getByLabelText('Filter consumers'));
    await userEvent.paste('service-1999');
    await screen.findByText(/^1 of 2000 consumers/);
    expect(screen.getAllByRole('row')).toHaveLength(4);
    await userEvent.clear(screen.getByLabelText('Filter consumers'));
    await screen.findByText(/^2000 of 2000 consumers/);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    await userEvent.click(screen.getByText('Show as tree'));
    const tree = await screen.findByLabelText('Consumers as a tree');
    expect(within(tree).queryAllByRole('link')).toHaveLength(0);
    await userEvent.click(within(tree).getAllByText('cluster-0')[0]);
    expect(within(tree).getAllByRole('link').length).toBeGreaterThan(10);
    expect(within(tree).getAllByRole('link').length).toBeLessThanOrEqual(100);
  });
});
