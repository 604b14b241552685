import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  blockedConsumer,
  FakeChartProvenance,
  gateImpact,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OperatorPage } from '../OperatorPage';

const PATH = '/chart-provenance/gate';

describe('What would this block?', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const show = async (search = '') => {
    const view = await renderPage(<OperatorPage />, {
      api,
      path: PATH,
      search,
    });
    const panel = await screen.findByRole('region', {
      name: 'What would this block?',
    });
    return { view, panel };
  };
  const result = () =>
    screen.findByRole('region', { name: 'What it would block' });

  it('asks for what is described, and puts it into the address', async () => {
    const { view, panel } = await show();
    await userEvent.click(within(panel).getByText(/Try a change/));
    const button = within(panel).getByRole('button', {
      name: 'What would this block?',
    });
    expect(button).toBeDisabled();
    await userEvent.type(
      within(panel).getByLabelText('Environment'),
      'staging{Enter}',
    );
    await within(await result()).findByText(/It would stop 1 consumer/);
    expect(api.sent).toEqual([{ kind: 'enforcement', environment: 'staging' }]);
    expect(view.address()).toBe(`${PATH}?change=enforcement&target=staging`);
  });

  it('counts owners first, then names consumers; what cannot be told stands apart', async () => {
    await show('?change=policy&target=two-signers&charts=ghcr.io/acme/**');
    const report = await result();
    await within(report).findByText(/It would stop 1 consumer/);
    expect(api.sent).toEqual([
      { kind: 'policy', policy: 'two-signers', charts: 'ghcr.io/acme/**' },
    ]);
    expect(report).toHaveTextContent(
      'the next time they are deployed; of 1 it cannot be told, and 12 of 14 would go on.',
    );
    expect(
      within(report).getByLabelText('Owners of what it stops'),
    ).toHaveTextContent('team-money: 1 consumernobody known: 1 consumer');
    const stopped = within(report).getByRole('table', {
      name: 'Consumers that it would stop',
    });
    expect(within(stopped).getAllByRole('row')[1]).toHaveTextContent(
      /ledgermanifestproduction · prod-uspayments 1\.8\.1.*Signed by acme\/tools.*team-money/,
    );
    expect(
      within(stopped).getByText('ledger', { selector: 'bdi' }).closest('a'),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments/chart-provenance/consumers?chart=chart-payments00&consumer=consumer-ledger',
    );
    expect(
      within(report).getByRole('table', {
        name: 'Consumers of which it cannot be told',
      }),
    ).toHaveTextContent('Argo CD does not record which bytes run.');
    expect(report).toHaveTextContent(
      'ledger: Its newest version is not signed.',
    );
  });

  it('does not tell of what cannot be told where there is none', async () => {
    api.impact = () =>
      gateImpact({
        blocked: [],
        counts: { consumers: 3, blocked: 0, unknown: 0, fine: 3 },
      });
    await show('?change=enforcement&target=staging');
    await waitFor(async () =>
      expect(await result()).toHaveTextContent(
        'It would stop no consumer that is known; 3 of 3 would go on.',
      ),
    );
  });

  it('keeps a pasted policy out of the address', async () => {
    const { view, panel } = await show();
    await userEvent.click(within(panel).getByText(/Try a change/));
    await userEvent.selectOptions(
      within(panel).getByLabelText('Change'),
      'policy-text',
    );
    await userEvent.type(
      within(panel).getByLabelText('Policy in YAML'),
      'name: secret-plan',
    );
    await userEvent.click(
      within(panel).getByRole('button', { name: 'What would this block?' }),
    );
    await result();
    expect(api.sent).toEqual([
      { kind: 'policy-text', text: 'name: secret-plan', charts: undefined },
    ]);
    expect(view.address()).toBe(PATH);
  });

  it('says where it does not know all, and shows a thousand in steps', async () => {
    api.impact = change =>
      gateImpact({
        change,
        blocked: Array.from({ length: 1_000 }, (_, index) =>
          blockedConsumer({ consumerId: `c${index}`, name: `c${index}` }),
        ),
        counts: { consumers: 2_000, blocked: 1_400, unknown: 0, fine: 600 },
        unreadSources: 2,
        cut: true,
      });
    await show('?change=retire&target=chart-payments00');
    const report = await result();
    await within(report).findByText(/It would stop 1400 consumers/);
    expect(report).toHaveTextContent(
      '2 sources of consumers could not be read',
    );
    expect(report).toHaveTextContent('There are more than are shown here');
    expect(within(report).getAllByRole('row')).toHaveLength(51);
    await userEvent.click(within(report).getByText('Show more (50 of 1000)'));
    expect(within(report).getAllByRole('row')).toHaveLength(101);
  });

  it.each<[string, Error, RegExp]>([
    [
      'forbidden',
      answer(403),
      /You may not see what this would block.*chart-provenance\.index\.operate/,
    ],
    ['unknown', answer(404), /There is no such environment, policy or chart/],
    ['unreadable', answer(400), /This change cannot be read/],
  ])('has words for: %s', async (_state, error, words) => {
    api.impact = () => error;
    await show('?change=enforcement&target=x');
    const report = await result();
    await waitFor(() => expect(report).toHaveTextContent(words));
  });
});
