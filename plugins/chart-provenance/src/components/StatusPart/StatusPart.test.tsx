import { TrustStatus } from 'backstage-plugin-chart-provenance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  doctorReport,
  FakeChartProvenance,
  indexStatus,
  minutesAgo,
  soundRegistry,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { StatusPart } from './StatusPart';

const refreshed = {
  lastSuccessAt: minutesAgo(120),
  signedSince: minutesAgo(3 * 24 * 60),
  staleAt: minutesAgo(-27 * 24 * 60),
  stale: false,
  nextTryAt: minutesAgo(-22 * 60),
  problem: null,
};

describe('StatusPart', () => {
  let api: FakeChartProvenance;
  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const show = () => renderPage(<StatusPart />, { api });
  const button = (name: string) => screen.getByRole('button', { name });

  it('shows the shape of what is coming while it loads', async () => {
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    api.getStatus = async () => {
      await gate;
      return indexStatus();
    };
    await show();
    expect(
      screen.getByLabelText('Loading the status of the index'),
    ).toBeInTheDocument();
    release();
    await screen.findByText(/41 charts known/);
  });

  it.each<[string, Error, RegExp[]]>([
    [
      'no permission',
      answer(403),
      [
        /You may not see the status of the index/,
        /chart-provenance\.index\.operate\./,
      ],
    ],
    ['an older backend', answer(404), [/does not have this yet/, /update/]],
    ['a failing backend', answer(500), [/\(500\)/, /Try again/]],
    [
      'no backend',
      new TypeError('Failed to fetch'),
      [/could not be reached/, /network or VPN/],
    ],
  ])('has words for %s, and nothing else to press', async (_, error, words) => {
    api.status = error;
    const view = await show();
    await screen.findByText('What to do:');
    for (const word of words) {
      expect(view.container).toHaveTextContent(word);
    }
    expect(screen.queryByText('Run the doctor')).not.toBeInTheDocument();
  });

  it('says that all is well, in words', async () => {
    const view = await show();
    await screen.findByText(/41 charts known/);
    expect(view.container).toHaveTextContent(/every last look succeeded/);
    expect(view.container).toHaveTextContent(/Nothing waits/);
    const row = screen.getByRole('row', { name: /ghcr\.io/ });
    expect(row).toHaveTextContent('ghcr.io40noneno–not tested');
    expect(screen.getByRole('row', { name: /public/ })).toHaveTextContent(
      'usable',
    );
    expect(view.container).toHaveTextContent(
      /not run since the backend started/,
    );
  });

  it('says what fails, since when, and when it is tried again', async () => {
    api.status = indexStatus({
      charts: {
        total: 41,
        firstIndexing: 3,
        failed: 2,
        partial: 1,
        unowned: 4,
      },
      queue: { due: 7, leased: 0, oldestDueAt: minutesAgo(50) },
      catalog: { lastDiscoveryAt: null, problem: 'The catalog answered 503' },
      registries: [
        {
          host: 'ghcr.io',
          charts: 2,
          failing: 2,
          backingOffUntil: minutesAgo(-5),
          lastProblem: 'ghcr.io limits us',
        },
      ],
      trust: [
        {
          id: 'acme',
          kind: 'root',
          ok: false,
          detail: 'Cannot be used.',
          refresh: null,
        },
      ],
    });
    const view = await show();
    await screen.findByText(/41 charts known/);
    for (const words of [
      /the last look failed for 2, in part for 1/,
      /3 not looked at yet/,
      /4 without an owner/,
      /7 looks due, the oldest 50 min ago/,
      /not read to its end yet; the latest reading failed: The catalog answered 503/,
      /2 of 2/,
      /next try in \d min/,
      /ghcr\.io limits us/,
      /cannot be used/,
    ]) {
      expect(view.container).toHaveTextContent(words);
    }
  });

  it.each<[string, Partial<TrustStatus>, RegExp]>([
    [
      'fresh',
      {},
      /root usable.*refreshed 2 hours ago, next try in 2\d hoursnewest metadata known since 3 days ago, stale in 2\d days/,
    ],
    [
      'not refreshed',
      { refresh: { ...refreshed, problem: 'The mirror answered 503.' } },
      /usable, not refreshed.*The last try failed: The mirror answered 503\./,
    ],
    [
      'stale',
      {
        refresh: { ...refreshed, stale: true, staleAt: minutesAgo(60) },
      },
      /stale: nothing under it is called verified.*stale since 1 hour ago/,
    ],
    [
      'never refreshed yet',
      { refresh: { ...refreshed, lastSuccessAt: null } },
      /never refreshed yet/,
    ],
    [
      'a store',
      { kind: 'store', refresh: null },
      /certificate store.*read at start/,
    ],
  ])('says how old trust material is: %s', async (_state, changes, words) => {
    const [trust] = indexStatus().trust;
    api.status = indexStatus({ trust: [{ ...trust, ...changes }] });
    await show();
    expect(
      await screen.findByRole('row', { name: /^public/ }),
    ).toHaveTextContent(words);
  });

  it('runs the doctor, and shows who must do what, worst first', async () => {
    await show();
    await userEvent.click(await screen.findByText('Run the doctor'));
    await screen.findByText(/1 failed · 2 could not be tried · 2 fine/);
    expect(api.asked).toEqual(['status', 'doctor']);
    const groups = screen.getAllByRole('group');
    const [refused] = groups;
    expect(refused).toHaveAttribute('open');
    expect(refused).toHaveTextContent(
      /What to do: It takes read:packages.*\(Owner of the registry\)/,
    );
    expect(refused).toHaveTextContent(/manifest, referrers: Not tried/);
    const sound = groups.find(group => group.textContent?.includes('quay.io'));
    expect(sound).not.toHaveAttribute('open');
    const row = screen.getByRole('row', { name: /ghcr\.io/ });
    const link = within(row).getByRole('link');
    expect(link).toHaveTextContent('1 failed · 2 could not be tried · 1 fine');
    expect(link).toHaveAttribute('href', `#${refused.id}`);
  });

  it('shows what the backend found before, and keeps it when another run fails', async () => {
    api.status = indexStatus({ doctor: doctorReport([soundRegistry]) });
    api.report = answer(429);
    await show();
    await screen.findByText('quay.io');
    expect(screen.getByText(/from the backend/)).toHaveTextContent(
      /^1 fine, 2 min ago/,
    );
    await userEvent.click(button('Run again'));
    await screen.findByText(/Too many requests for a run of the doctor/);
    expect(screen.getByText('quay.io')).toBeInTheDocument();
  });

  it('cannot be asked twice at a time', async () => {
    let release = () => {};
    api.runDoctor = () =>
      new Promise(resolve => {
        release = () => resolve(doctorReport());
      });
    await show();
    await userEvent.click(await screen.findByText('Run the doctor'));
    expect(button('Run the doctor')).toBeDisabled();
    expect(screen.getByText(/testing…/)).toBeInTheDocument();
    release();
    await waitFor(() => expect(button('Run again')).toBeEnabled());
  });
});
