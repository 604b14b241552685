import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  DECISION_ID,
  digestOf,
  FakeChartProvenance,
  gateLogPage,
  gateReason,
  gateRow,
  minutesAgo,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OperatorPage } from '../OperatorPage';

const PATH = '/chart-provenance/gate';

describe('the Gate log', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const show = (search = '') =>
    renderPage(<OperatorPage />, { api, path: PATH, search });
  const table = () =>
    screen.findByRole('table', { name: 'Decisions of the gate' });

  it('is reached from the index status, also by those who may not see that', async () => {
    api.status = answer(403);
    const view = await renderPage(<OperatorPage />, {
      api,
      path: '/chart-provenance',
    });
    await screen.findByText(/You may not see the status/);
    await userEvent.click(screen.getByText('Gate log'));
    await table();
    expect(view.address()).toBe(PATH);
  });

  it('tells what was decided, where, about what, for whom', async () => {
    await show();
    const [, allowed, deniedRow, undecided] = within(
      await table(),
    ).getAllByRole('row');
    expect(allowed).toHaveTextContent(
      /2 min agoAllowedproductionenforced1\.8\.2 .*oci:\/\/ghcr\.io\/acme\/charts\/paymentsexternal:cipayments/,
    );
    expect(deniedRow).toHaveTextContent(/Deniedwrong identity/);
    expect(undecided).toHaveTextContent(
      /Could not decideunknown chartstagingenforced from 1 March 2027.*not yours to seenot known/,
    );
    const environments = screen.getByRole('table', { name: 'Environments' });
    expect(environments).toHaveTextContent(
      'productionenforcedtwo-signersyes1 hour oldstagingenforced from 1 March 2027noneno1 hour old',
    );
  });

  it('filters by the address, both days included', async () => {
    const view = await show(
      '?outcome=deny&environment=production&from=2026-11-01&until=2026-11-02&chart=c1',
    );
    await table();
    expect(api.asked).toContain(
      `log ${JSON.stringify({
        decision: 'deny',
        environment: 'production',
        chartId: 'c1',
        from: '2026-11-01T00:00:00.000Z',
        until: '2026-11-03T00:00:00.000Z',
      })}`,
    );
    const bar = screen.getByRole('search');
    await userEvent.selectOptions(within(bar).getByLabelText('Decision'), '');
    await userEvent.selectOptions(
      within(bar).getByLabelText('Environment'),
      'staging',
    );
    await userEvent.type(within(bar).getByRole('searchbox'), '1.8');
    await waitFor(() =>
      expect(view.address()).toBe(
        `${PATH}?environment=staging&from=2026-11-01&until=2026-11-02&chart=c1&filter=1.8`,
      ),
    );
  });

  it('loads older ones, and keeps those it has when that fails', async () => {
    let fail = true;
    api.gateLog = ({ cursor }) => {
      if (!cursor) {
        return gateLogPage({ nextCursor: 'p2' });
      }
      return fail
        ? answer(502)
        : gateLogPage({ items: [gateRow({ id: 'old' })] });
    };
    await show();
    await table();
    await userEvent.click(screen.getByText('Load older ones'));
    await screen.findByText(/what the gate decided \(502\)/);
    expect(within(await table()).getAllByRole('row')).toHaveLength(4);
    fail = false;
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByText('4 shown, all there are');
  });

  it('explains one decision, and gives the focus back', async () => {
    api.decision = id =>
      gateRow({
        id,
        decision: 'deny',
        proceed: false,
        reasons: [gateReason()],
        require: {
          policies: ['two-signers'],
          attestations: ['https://slsa.dev/provenance/v1'],
          digest: true,
          maxAgeSeconds: 600,
        },
        offline: {
          policyFile: digestOf(77),
          policyIssuedAt: minutesAgo(600),
          reportedAt: minutesAgo(1),
        },
      });
    const view = await show();
    const [, row] = within(await table()).getAllByRole('row');
    await userEvent.click(within(row).getByText('2 min ago'));
    expect(view.address()).toBe(`${PATH}?decision=${DECISION_ID}`);
    const drawer = await screen.findByRole('dialog', {
      name: 'Decision of the gate',
    });
    await within(drawer).findByText('Denied');
    for (const words of [
      /the caller was stopped/,
      /Who can: the chart's owner/,
      /policies two-signers; attested: https:\/\/slsa\.dev\/provenance\/v1; a digest in the reference; evidence at most 10 min old/,
      /by the word of whoever told it, not by this backend; the policy file .* was written 10 hours ago, and it was told 1 min ago/,
      /Hash of the policies4f1c…4f1c/,
      /Evidence read6 min ago/,
    ]) {
      expect(drawer).toHaveTextContent(words);
    }
    expect(
      within(drawer).getByText('Show the proof').closest('a'),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/payments/chart-provenance/provenance?chart=chart-payments00&version=${encodeURIComponent(
        digestOf(182),
      )}`,
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(view.address()).toBe(PATH));
    await waitFor(() =>
      expect(document.activeElement).toContainElement(
        screen.getByRole('table', { name: 'Decisions of the gate' }),
      ),
    );
  });

  it('saves what the filters leave', async () => {
    const saved: string[] = [];
    Object.assign(URL, {
      createObjectURL: () => 'blob:x',
      revokeObjectURL: () => {},
    });
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    await show('?outcome=deny');
    await table();
    await userEvent.click(screen.getByText('Save as CSV'));
    await waitFor(() => expect(saved).toEqual(['gate-decisions.csv']));
    expect(api.asked).toContain('export csv {"decision":"deny"}');
    api.exported = answer(403);
    await userEvent.click(screen.getByText('Save as JSON lines'));
    await screen.findByText('You may not see the log as a file');
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    const row = gateRow({
      reference: hostile,
      version: hostile,
      caller: hostile,
      environment: hostile,
      entityRef: '::',
      reasons: [gateReason({ message: hostile, fix: hostile })],
    });
    api.gateLog = () => gateLogPage({ items: [row] });
    api.decision = () => row;
    await show('?decision=x');
    const drawer = await screen.findByRole('dialog');
    await within(drawer).findByText('Answer');
    expect(document.querySelector('b')).toBeNull();
    for (const element of screen.getAllByText(hostile)) {
      expect(element.closest('bdi, option')).not.toBeNull();
    }
  });

  it.each<[string, () => void, RegExp[], string]>([
    [
      'forbidden',
      () => {
        api.gateLog = () => answer(403);
      },
      [
        /You may not see what the gate decided/,
        /chart-provenance\.gate\.check/,
      ],
      '',
    ],
    [
      'an older backend',
      () => {
        api.gateLog = () => answer(404);
      },
      [/The backend does not have this yet/],
      '',
    ],
    [
      'never asked',
      () => {
        api.gateLog = () => gateLogPage({ items: [], environments: [] });
      },
      [/The gate was not asked yet/, /None is configured/],
      '',
    ],
    [
      'no match',
      () => {
        api.gateLog = () => gateLogPage({ items: [] });
      },
      [/No decision matches/, /Clear filters/],
      '?outcome=deny',
    ],
  ])('has words for: %s', async (_state, set, words, search) => {
    set();
    const view = await show(search);
    await waitFor(() => {
      for (const word of words) {
        expect(view.container).toHaveTextContent(word);
      }
    });
  });

  it('says when a link leads to no decision', async () => {
    api.decision = () => answer(404);
    await show('?decision=gone');
    expect(
      await screen.findByText('No such decision is in the log'),
    ).toBeInTheDocument();
  });
});
