import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  distrustedVersion,
  distrustEntry,
  distrustReport,
  FakeChartProvenance,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OperatorPage } from '../OperatorPage';

describe('the Distrust part of the operator page', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const show = () =>
    renderPage(<OperatorPage />, { api, path: '/chart-provenance/distrust' });
  const main = () => screen.findByRole('main', { name: 'Distrust' });

  it('is reached from the index status, and leads back', async () => {
    const view = await renderPage(<OperatorPage />, {
      api,
      path: '/chart-provenance',
    });
    await userEvent.click(await screen.findByText('Distrust'));
    await main();
    expect(view.address()).toBe('/chart-provenance/distrust');
    await userEvent.click(screen.getByText('Index status'));
    await screen.findByText(/41 charts known/);
  });

  it('counts first, then names what is reached, by what, why, and who stands on it', async () => {
    await show();
    const page = await main();
    await within(page).findByText(
      /^1 entry reaches 2 versions, which 2 consumers run or want\. 1 version of them is verified all the same/,
    );
    const entry = within(page).getByRole('region', { name: 'leaked-key' });
    expect(entry).toHaveTextContent('2 versions · 2 consumers');
    expect(entry).toHaveTextContent(
      /key release-2025, signed from \d+ \w+ \d{4} on \(and whatever has no proven time\): The key was on a laptop/,
    );
    const [, rejected, verified] = within(entry).getAllByRole('row');
    expect(rejected).toHaveTextContent(
      '3.1.0oci://ghcr.io/acme/charts/ledger0136…0136Rejectedledger',
    );
    expect(rejected).toHaveTextContent(
      'Application ledger in argocd · production · finance',
    );
    expect(rejected).toHaveTextContent('edge · nobody knows whose');
    expect(verified).toHaveTextContent('Verifiedledgernone known');
    expect(
      within(rejected).getByRole('link', { name: '3.1.0' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/ledger/chart-provenance/provenance?chart=chart-ledger0000&version=${encodeURIComponent(
        digestOf(310),
      )}`,
    );
  });

  it('counts nothing twice, and says where it does not know all', async () => {
    const more = distrustedVersion({
      owner: null,
      consumers: Array.from({ length: 5 }, (_, index) => ({
        consumerId: `c${index}`,
        title: `consumer ${index}`,
        entityRef: null,
        environment: null,
        cluster: null,
      })),
      moreConsumers: 7,
    });
    api.distrust = distrustReport(
      [
        distrustEntry({ versions: [more], total: 431, from: null }),
        distrustEntry({
          id: 'root',
          what: ['root old', 'digest sha256:12'],
          from: null,
          versions: [more],
          total: 1,
        }),
        distrustEntry({ id: 'idle', versions: [], total: 0, consumers: 0 }),
      ],
      3,
    );
    await show();
    const page = await main();
    await within(page).findByText(
      /^3 entries reach at least 1 version, which at least 5 consumers run or want\.$/,
    );
    expect(page).toHaveTextContent('3 charts not judged by this list yet');
    expect(page).toHaveTextContent('1 of 431 versions are shown.');
    expect(page).toHaveTextContent(
      'root old or digest sha256:12, whenever it was signed',
    );
    expect(page).toHaveTextContent('It reaches no version that is known here.');
    expect(page).toHaveTextContent('no owner to be seen');
    expect(page).toHaveTextContent('and 7 that are not shown here');
    expect(
      within(page).getAllByText('2 more')[0].closest('details'),
    ).toHaveTextContent('consumer 4');
  });

  it.each<[string, () => void, RegExp[]]>([
    [
      'nothing distrusted',
      () => {
        api.distrust = distrustReport([]);
      },
      [
        /Nothing is distrusted/,
        /beats every policy/,
        /distrust:\s+- id: leaked-2025/,
      ],
    ],
    [
      'forbidden',
      () => {
        api.distrust = answer(403);
      },
      [
        /You may not see what is distrusted/,
        /chart-provenance\.index\.operate/,
      ],
    ],
    [
      'an older backend',
      () => {
        api.distrust = answer(404);
      },
      [/The backend does not have this yet/],
    ],
    [
      'failed',
      () => {
        api.distrust = answer(502);
      },
      [/\(502\)/, /Try again/],
    ],
  ])('has words for: %s', async (_state, set, words) => {
    set();
    await show();
    const page = await main();
    await waitFor(() => {
      for (const word of words) {
        expect(page).toHaveTextContent(word);
      }
    });
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    api.distrust = distrustReport([
      distrustEntry({
        id: hostile,
        reason: hostile,
        what: [hostile],
        versions: [
          distrustedVersion({
            reference: hostile,
            version: hostile,
            owner: '::',
            consumers: [
              {
                consumerId: 'c',
                title: hostile,
                entityRef: '::',
                environment: hostile,
                cluster: null,
              },
            ],
          }),
        ],
      }),
    ]);
    await show();
    const page = await main();
    await within(page).findByRole('table');
    expect(page.querySelector('b')).toBeNull();
    for (const node of within(page).getAllByText(hostile)) {
      expect(node.closest('bdi, h3')).not.toBeNull();
    }
  });
});
