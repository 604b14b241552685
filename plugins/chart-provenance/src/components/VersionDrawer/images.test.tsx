import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  chartImage,
  chartImages,
  digestOf,
  FakeChartProvenance,
  imageUse,
  imageUses,
} from '../../__fixtures__';
import { openDrawer, watchIntersections } from '../../__testUtils__';

describe('the images of a version in its drawer', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
    api.images = chartImages();
  });

  const contents = () => screen.findByRole('region', { name: 'Contents' });
  const table = async () =>
    within(await contents()).findByRole('table', { name: 'Container images' });

  it('are looked up when they come into view', async () => {
    const view = watchIntersections();
    try {
      await openDrawer(api);
      await contents();
      expect(api.asked.some(call => call.startsWith('images'))).toBe(false);
      act(() => view.comeNear());
      await table();
    } finally {
      view.stop();
    }
  });

  it('have their own verdict, and say whether they are pinned and where they are from', async () => {
    await openDrawer(api);
    const [, own, redis] = within(await table()).getAllByRole('row');
    expect(own).toHaveTextContent(
      /Verifiedpolicy acme-images, asked 20 min ago/,
    );
    expect(own).toHaveTextContent('by digestDeployment/payments1 more');
    expect(redis).toHaveTextContent(
      /Nobody said who may sign it.*No entry of images\.repositories fits.*not pinned: its tag may moveStatefulSet\/payments-redis/,
    );
    expect(within(redis).queryByText('Verified')).toBeNull();
    expect(await contents()).toHaveTextContent(
      "The list was rendered by helm template, with the chart's own values.yaml: other values may deploy others.",
    );
  });

  it('tell who runs them, by their bytes where these are known', async () => {
    await openDrawer(api);
    const [, own, redis] = within(await table()).getAllByRole('row');
    await userEvent.click(within(own).getByText('Who runs it?'));
    await within(own).findByText(/ledger 3\.1\.0/);
    await userEvent.click(within(redis).getByText('Who runs it?'));
    await within(redis).findByText(/ledger 3\.1\.0/);
    expect(api.asked.filter(call => call.startsWith('uses'))).toEqual([
      `uses ${digestOf(4000)}`,
      'uses docker.io/library/redis',
    ]);
    expect(redis).toHaveTextContent(
      'ledger 3.1.0 not pinnedruns as ledger · production · prod-us · ledgerruns as 2 consumers that you may not see',
    );
    await userEvent.click(within(redis).getByText('Hide who runs it'));
    await waitFor(() =>
      expect(within(redis).queryByText(/ledger 3\.1\.0/)).toBeNull(),
    );
  });

  it('say when nobody runs them, or when it cannot be told', async () => {
    api.uses = query =>
      query.startsWith('sha256:')
        ? imageUses({ items: [], query })
        : answer(500);
    await openDrawer(api);
    const [, own, redis] = within(await table()).getAllByRole('row');
    await userEvent.click(within(own).getByText('Who runs it?'));
    await within(own).findByText('No chart that you may see deploys it.');
    await userEvent.click(within(redis).getByText('Who runs it?'));
    expect(
      await within(redis).findByText(/who runs this image \(500\)/),
    ).toBeInTheDocument();
  });

  it('fall back to what the chart itself names', async () => {
    api.images = answer(404);
    await openDrawer(api);
    await waitFor(async () =>
      expect(await contents()).toHaveTextContent(
        'Whether these are signed is not checked here.',
      ),
    );
    expect(await contents()).not.toHaveTextContent('does not know the images');
  });

  it('fall back with words when it failed', async () => {
    api.images = answer(502);
    await openDrawer(api);
    const part = await contents();
    await within(part).findByText(/the images of this version \(502\)/);
    expect(part).toHaveTextContent('is not checked here');
  });

  it('say why there may be more', async () => {
    api.images = chartImages({
      problem: 'helm template ended with an error: values are missing.',
      cut: true,
      items: [
        chartImage({
          status: 'indeterminate',
          reason: 'ghcr.io answered 429.',
          usedBy: [],
        }),
      ],
    });
    await openDrawer(api);
    const part = await contents();
    await within(part).findByText(/values are missing/);
    expect(part).toHaveTextContent('Could not checkghcr.io answered 429.');
    expect(part).toHaveTextContent('There are more than are shown here.');
    // Nothing is known of what uses it, so there is no empty column for it.
    expect(within(part).queryByText('Used by')).toBeNull();
  });

  it('show what strangers wrote as text, and fold long lists', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    api.images = chartImages({
      items: [
        chartImage({
          written: hostile,
          usedBy: [hostile],
          digest: null,
          name: hostile,
        }),
      ],
      values: hostile,
    });
    api.uses = () =>
      imageUses({
        items: Array.from({ length: 30 }, (_, index) =>
          imageUse({
            digest: digestOf(index),
            chart: hostile,
            entityRef: '::',
          }),
        ),
      });
    await openDrawer(api);
    const part = await contents();
    await table();
    await userEvent.click(within(part).getByText('Who runs it?'));
    await within(part).findByText('20 more');
    expect(part.querySelector('b')).toBeNull();
  });
});
