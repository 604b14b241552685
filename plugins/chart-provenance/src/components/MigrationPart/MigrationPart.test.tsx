import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  checkResult,
  digestOf,
  failedCheck,
  FakeChartProvenance,
  manualItem,
  migrationState,
  minutesAgo,
  parityReport,
  parityRow,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { saveBlob } from '../atoms/saveBlob';
import { EntityTab } from '../EntityTab';

jest.mock('../atoms/saveBlob', () => ({ saveBlob: jest.fn() }));

const signOff = {
  checkId: 'announced',
  result: 'done' as const,
  note: 'Mail of Monday',
  expiresOn: '2027-03-01',
  by: 'user:default/r.ito',
  at: minutesAgo(120),
};

describe('the Migration part', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const show = () => renderPage(<EntityTab />, { api, path: '/tab/migration' });
  const lineOf = async (claim: RegExp) =>
    (await screen.findByText(claim)).closest('li') ?? document.body;

  it('says what is next and for whom, then how far it is', async () => {
    await show();
    const next = await screen.findByRole('region', { name: 'Next step' });
    expect(next).toHaveTextContent('Next step, for those who deploy it');
    expect(next).toHaveTextContent('Point ledger at the registry.');
    await userEvent.click(within(next).getByText('Show the check'));
    expect(await lineOf(/Nobody takes the chart/)).toHaveFocus();
    const phases = within(screen.getByRole('list', { name: 'Phases' }));
    const steps = phases
      .getAllByRole('listitem')
      .filter(item => item.parentElement?.tagName === 'OL');
    expect(steps.map(step => step.textContent?.slice(0, 26).trim())).toEqual([
      expect.stringMatching(/Not started \(past\)/),
      expect.stringMatching(/Dual publishing \(now\)/),
      expect.stringMatching(/Cut over \(ahead\)/),
      expect.stringMatching(/Deprecation window \(ahead/),
      expect.stringMatching(/Retired \(ahead\)/),
    ]);
    expect(steps[1]).toHaveAttribute('aria-current', 'step');
    expect(steps[1]).toHaveTextContent('reached 1 month ago');
    expect(steps[2]).toHaveTextContent('planned for 1 March 2027');
    expect(steps[2]).toHaveTextContent(/holds: .*in both places\./);
    expect(steps[2]).toHaveTextContent(/not yet: .*legacy repository\./);
    expect(steps[2]).toHaveTextContent(/could not tell: .*looked at\./);
  });

  it('shows alarms above everything', async () => {
    api.migration = migrationState({
      alarms: [
        {
          code: 'legacy-gone-too-early',
          message:
            'charts.acme.dev answers 404 since Monday; 4 consumers use it.',
          fix: 'Bring it back.',
          responsible: 'owner',
        },
      ],
    });
    const view = await show();
    const alarm = await screen.findByRole('alert');
    expect(alarm).toHaveTextContent('The legacy repository is gone too early');
    expect(alarm).toHaveTextContent(
      'What to do: Bring it back.Whose turn it is: the owner of the chart',
    );
    const text = view.container.textContent ?? '';
    expect(text.indexOf('gone too early')).toBeLessThan(
      text.indexOf('Next step'),
    );
  });

  it('says of each check how it came out, where to look, and whose turn it is', async () => {
    await show();
    const failed = await lineOf(/Nobody takes the chart/);
    expect(failed).toHaveTextContent(/^Failed/);
    expect(failed).toHaveTextContent('ledger, 1.7.0 and 4 more');
    expect(failed).toHaveTextContent(
      'Next, for those who deploy it: Point ledger at',
    );
    const hrefs = within(failed)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(hrefs).toEqual([
      '/tab/consumers?chart=chart-payments00&consumer=consumer-ledger',
      '/tab/migration?chart=chart-payments00&filter=1.7.0',
    ]);
    const unknown = await lineOf(/signed as the policy asks/);
    expect(unknown).toHaveTextContent(/^Could not tell/);
    expect(unknown).toHaveTextContent(
      'Decided once for all charts on ghcr.io.',
    );
    const passed = await lineOf(/The chart is in the registry/);
    expect(passed).toHaveTextContent(/^Passed/);
    expect(within(passed).getByRole('link')).toHaveAttribute(
      'href',
      `/tab/provenance?${new URLSearchParams({
        chart: 'chart-payments00',
        version: digestOf(182),
      })}`,
    );
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<script>alert(1)</script>\u202Etxt.exe';
    api.migration = migrationState({
      because: hostile,
      checks: [
        checkResult({
          claim: hostile,
          message: hostile,
          nextAction: hostile,
          evidence: [{ text: hostile }],
        }),
      ],
      manual: [
        manualItem({ signOff: { ...signOff, note: hostile, by: '::' } }),
      ],
    });
    const view = await show();
    await screen.findByRole('region', { name: 'Next step' });
    expect(view.container.querySelector('script')).toBeNull();
    for (const element of screen.getAllByText(hostile)) {
      expect(element.closest('bdi')).not.toBeNull();
    }
  });

  it('filters parity by state and version, in the address bar', async () => {
    const view = await show();
    const table = await screen.findByRole('table', {
      name: 'Parity by version',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(table).toHaveTextContent(
      'Different bytesThe archive was packaged twice.',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('State'),
      'Only in the legacy repository (1)',
    );
    await waitFor(() =>
      expect(view.address()).toBe('/tab/migration?parity=onlyLegacy'),
    );
    screen.getByText('1 of 3 versions');
    await userEvent.type(
      screen.getByLabelText('Filter by version or digest'),
      '1.8',
    );
    await screen.findByText(/No version matches\. 0 of 3 versions/);
  });

  it('draws 1,000 versions by and by', async () => {
    api.migration = migrationState({
      parity: parityReport({
        rows: Array.from({ length: 1_000 }, (_, index) =>
          parityRow({ version: `1.${index}.0` }),
        ),
        more: 7,
      }),
    });
    await show();
    await screen.findByText('50 of 1000 versions; 7 older ones are not listed');
    await userEvent.click(screen.getByText('Show more'));
    expect(await screen.findByText(/^100 of 1000 versions/)).toBeVisible();
  });

  it.each<[string, Partial<ReturnType<typeof migrationState>>, RegExp[]]>([
    [
      'no legacy repository is known',
      { parity: null, phase: 'noLegacy', steps: [] },
      [
        /Nobody knows of a legacy repository/,
        /chart-provenance\/legacy-charts/,
      ],
    ],
    [
      'the legacy repository was never read',
      { parity: parityReport({ readAt: null, rows: [] }) },
      [/The legacy repository was not read yet/],
    ],
    [
      'the legacy repository could not be read',
      {
        parity: parityReport({
          problem: {
            message: 'charts.acme.dev answered 401.',
            fix: 'Give Backstage a token.',
            since: minutesAgo(90),
          },
        }),
      },
      [
        /The legacy repository could not be read/,
        /Since 1 hour ago: charts\.acme\.dev answered 401\./,
        /What is shown is from 10 min ago/,
        /What to do: Give Backstage a token\./,
      ],
    ],
    [
      'nothing is left',
      { nextStep: null, phase: 'retired' },
      [/Nothing is left to do/],
    ],
    [
      'the platform has to act',
      {
        nextStep: {
          text: 'Add ghcr.io.',
          responsible: 'platform',
          checkId: null,
        },
      },
      [
        /Next step, for the platform team/,
        /please take the next step: Add ghcr\.io\./,
      ],
    ],
    ['no plan', { plan: null }, [/No days are set/, /Set a plan/]],
    [
      'rolling back',
      {},
      [/helm pull payments --repo 'https:\/\/charts\.acme\.dev'/, /Look out:/],
    ],
  ])('has words for: %s', async (_state, changes, words) => {
    api.migration = migrationState(changes);
    const view = await show();
    await screen.findByRole('region', { name: 'Next step' });
    for (const word of words) {
      expect(view.container).toHaveTextContent(word);
    }
  });

  it.each<[Error, RegExp]>([
    [answer(403), /You may not see the migration of this chart/],
    [answer(404), /no longer has this chart/],
    [answer(500), /The backend failed on the migration of this chart \(500\)/],
  ])('has words for %s', async (error, words) => {
    api.migration = error;
    const view = await show();
    await waitFor(() => expect(view.container).toHaveTextContent(words));
  });

  it('saves itself as Markdown, never rendered', async () => {
    await show();
    await userEvent.click(await screen.findByText('Export as Markdown'));
    await waitFor(() =>
      expect(saveBlob).toHaveBeenCalledWith(
        expect.any(Blob),
        'payments-migration.md',
      ),
    );
    api.markdown = answer(500);
    await userEvent.click(screen.getByText('Export as Markdown'));
    await screen.findByText(
      'The backend failed on the migration as a document (500)',
    );
  });

  it('counts what is done, without what does not apply', async () => {
    api.migration = migrationState({
      checks: [
        checkResult(),
        { ...failedCheck, group: 'publish' },
        checkResult({ id: 'other', status: 'notApplicable' }),
      ],
      manual: [manualItem({ status: 'notApplicable' })],
    });
    await show();
    const publish = await screen.findByRole('region', { name: 'Publish' });
    expect(publish).toHaveTextContent('1 of 2 done');
    expect(screen.getByRole('region', { name: 'Retire' })).toHaveTextContent(
      'none applies',
    );
    expect(screen.queryByRole('region', { name: 'Protect' })).toBeNull();
  });
});
