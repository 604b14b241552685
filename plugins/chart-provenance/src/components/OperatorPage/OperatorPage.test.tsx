import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  FakeChartProvenance,
  inventoryPage,
  legacyOnlyChart,
  listingStatus,
  minutesAgo,
  unclaimedChart,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OperatorPage } from './OperatorPage';

const REFERENCE = 'oci://ghcr.io/acme/charts/web';

describe('the Unclaimed part of the operator page', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const show = (search = '') =>
    renderPage(<OperatorPage />, {
      api,
      path: '/chart-provenance/unclaimed',
      search,
    });
  const rowOf = (name: RegExp) => screen.findByRole('row', { name });
  const button = (name: RegExp) => screen.getByRole('button', { name });

  it('is reached from the index status, and leads back', async () => {
    const view = await renderPage(<OperatorPage />, {
      api,
      path: '/chart-provenance',
    });
    await screen.findByText(/41 charts known/);
    await userEvent.click(screen.getByText('Unclaimed'));
    await screen.findByRole('table', { name: 'Unclaimed charts' });
    expect(view.address()).toBe('/chart-provenance/unclaimed');
    expect(screen.getByText('Unclaimed').closest('a')).toHaveAttribute(
      'aria-current',
      'page',
    );
    await userEvent.click(screen.getByText('Index status'));
    await screen.findByText(/41 charts known/);
    expect(view.address()).toBe('/chart-provenance');
  });

  it('says what is unclaimed, why, and who might own it and who says so', async () => {
    const view = await show();
    const web = await rowOf(/charts\/web/);
    expect(view.container).toHaveTextContent('2 of 43 charts have no owner.');
    expect(web).toHaveTextContent('no owner');
    expect(web).toHaveTextContent('No component is called web.');
    expect(web).toHaveTextContent(
      'known from the registry, a consumer, first seen 10 hours ago',
    );
    expect(web).toHaveTextContent('acme/payments');
    expect(web).toHaveTextContent(
      /frontendproven: The newest version is signed from acme\/frontend\.claimed: Its Chart\.yaml names Team Edge\./,
    );
    const billing = await rowOf(/#billing/);
    expect(billing).toHaveTextContent('only in a legacy repository');
    expect(billing).toHaveTextContent('No suggestion');
    within(billing).getByLabelText('Nobody could count them');
    expect(
      screen.getByRole('region', { name: 'How charts are found' }),
    ).toHaveTextContent("ghcr.ioGitHub's package API405 min agonone");
  });

  it('writes owners only after naming them, then reads again', async () => {
    await show();
    await rowOf(/charts\/web/);
    expect(button(/^Accept selected/)).toBeDisabled();
    await userEvent.click(screen.getByLabelText(`Select ${REFERENCE}`));
    await userEvent.click(
      screen.getByLabelText('Give web to component:default/web-old'),
    );
    await userEvent.click(button(/^Accept selected \(1\)/));
    const dialog = await screen.findByRole('dialog', {
      name: 'Accept this owner?',
    });
    expect(dialog).toHaveTextContent(
      `${REFERENCE} belongs to component:default/web-old`,
    );
    expect(api.sent).toEqual([]);
    api.inventory = () => inventoryPage({ items: [legacyOnlyChart], total: 1 });
    await userEvent.click(within(dialog).getByText('Accept'));
    await screen.findByText(/1 owner written; the inventory follows/);
    expect(api.sent).toEqual([
      {
        mappings: [
          { id: 'chart-web0000000', entityRef: 'component:default/web-old' },
        ],
      },
    ]);
    await waitFor(() => expect(screen.queryByText(REFERENCE)).toBeNull());
  });

  it('writes nothing when it is cancelled, and says why it failed', async () => {
    api.mapped = answer(409);
    await show();
    await rowOf(/charts\/web/);
    await userEvent.click(screen.getByLabelText(`Select ${REFERENCE}`));
    await userEvent.click(button(/^Accept selected/));
    await userEvent.click(await screen.findByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.sent).toEqual([]);
    await userEvent.click(button(/^Accept selected/));
    await userEvent.click(await screen.findByText('Accept'));
    await screen.findByText('Somebody else changed this meanwhile');
    expect(screen.getByLabelText(`Select ${REFERENCE}`)).toBeChecked();
  });

  it('gives the configuration for a pull request instead', async () => {
    api.inventory = () =>
      inventoryPage({
        items: [
          unclaimedChart(),
          { ...legacyOnlyChart, snippet: '- legacy: billing' },
          unclaimedChart({
            id: 'none',
            reference: 'oci://x/none',
            snippet: null,
            mappable: false,
          }),
        ],
      });
    await show();
    await rowOf(/charts\/web/);
    expect(screen.getByLabelText('Select oci://x/none')).toBeDisabled();
    await userEvent.click(screen.getByLabelText(`Select ${REFERENCE}`));
    await userEvent.click(
      screen.getByLabelText(`Select ${legacyOnlyChart.reference}`),
    );
    expect(button(/^Accept selected \(1\)/)).toBeEnabled();
    await userEvent.click(button(/^Snippet for a pull request \(2\)/));
    expect(
      screen.getByLabelText('configuration for a pull request').textContent,
    ).toBe(`${unclaimedChart().snippet}\n- legacy: billing`);
    await userEvent.click(screen.getByText('Select none'));
    screen.getByText('0 selected');
  });

  it('pages and filters, starting anew with another filter', async () => {
    api.inventory = ({ cursor }) =>
      cursor
        ? inventoryPage({ items: [legacyOnlyChart], total: 51 })
        : inventoryPage({ nextCursor: 'p2', total: 51 });
    const view = await show();
    await screen.findByText('Page 1: 2 of 51 charts');
    await userEvent.click(screen.getByText('Next'));
    await screen.findByText('Page 2: 1 of 51 charts');
    await userEvent.click(screen.getByText('Previous'));
    await screen.findByText('Page 1: 2 of 51 charts');
    await userEvent.click(screen.getByText('Next'));
    await screen.findByText('Page 2: 1 of 51 charts');
    await userEvent.type(screen.getByRole('searchbox'), 'web');
    await screen.findByText('Page 1: 2 of 51 charts');
    expect(view.address()).toBe('/chart-provenance/unclaimed?filter=web');
    expect(api.asked.filter(call => call.startsWith('unclaimed'))).toEqual([
      'unclaimed  ',
      'unclaimed  p2',
      'unclaimed  ',
      'unclaimed  p2',
      'unclaimed web ',
    ]);
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    api.inventory = () =>
      inventoryPage({
        items: [
          unclaimedChart({
            reference: hostile,
            message: hostile,
            suggestions: [
              {
                entityRef: '::',
                reasons: [{ kind: 'maintainer', text: hostile }],
                score: 1,
              },
            ],
          }),
        ],
      });
    const view = await show();
    await screen.findByRole('table', { name: 'Unclaimed charts' });
    expect(view.container.querySelector('b')).toBeNull();
    for (const element of screen.getAllByText(hostile)) {
      expect(element.closest('bdi')).not.toBeNull();
    }
  });

  it.each<[string, () => void, RegExp[]]>([
    [
      'forbidden',
      () => {
        api.inventory = () => answer(403);
      },
      [
        /You may not see the charts that nobody owns/,
        /chart-provenance\.index\.operate/,
      ],
    ],
    [
      'failed',
      () => {
        api.inventory = () => answer(502);
      },
      [/\(502\)/, /Try again/],
    ],
    [
      'every chart owned',
      () => {
        api.inventory = () =>
          inventoryPage({
            items: [],
            total: 0,
            counts: { charts: 41, owned: 41, unclaimed: 0, conflicts: 0 },
          });
      },
      [/Every chart that is known has an owner/, /41 charts known/],
    ],
    [
      'none known, and a place that could not be listed',
      () => {
        api.inventory = () =>
          inventoryPage({
            items: [],
            total: 0,
            listings: [
              listingStatus({
                method: 'names',
                problem: {
                  message: 'ghcr.io answered 403.',
                  fix: 'Give it read:packages.',
                  since: minutesAgo(90),
                },
              }),
            ],
          });
      },
      [
        /but not every place was listed/,
        /Since 1 hour ago: ghcr\.io answered 403\./,
        /What to do: Give it read:packages\./,
        /no listing: names known from elsewhere are tried/,
      ],
    ],
    [
      'nothing is listed',
      () => {
        api.inventory = () =>
          inventoryPage({ items: [], total: 0, listings: [] });
      },
      [/Nothing is listed at all/, /no legacy repository is configured/],
    ],
  ])('has words for: %s', async (_state, set, words) => {
    set();
    const view = await show();
    await waitFor(() => {
      for (const word of words) {
        expect(view.container).toHaveTextContent(word);
      }
    });
  });

  it('says when the filter leaves none, and clears it', async () => {
    api.inventory = ({ filter }) =>
      filter ? inventoryPage({ items: [], total: 0 }) : inventoryPage();
    await show('?filter=nothing');
    await screen.findByText('No unclaimed chart matches');
    await userEvent.click(screen.getByText('Clear the filter'));
    expect(await rowOf(/charts\/web/)).toBeVisible();
  });
});
