import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  comingEnvironment,
  denied,
  digestOf,
  environment,
  FakeChartProvenance,
  gateDecision,
  gateReason,
} from '../../__fixtures__';
import { openDrawer } from '../../__testUtils__';

const REFERENCE = `oci://ghcr.io/acme/charts/payments@${digestOf(182)}`;

describe('the gate tried from the drawer of a version', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
    api.environments = [environment(), comingEnvironment];
  });

  const box = () =>
    screen.findByRole('region', { name: 'What would the gate say?' });
  const open = async () => {
    await openDrawer(api);
    const region = await box();
    await userEvent.click(within(region).getByRole('button'));
    return region;
  };

  it('asks nothing until it is told to, then for the environment chosen', async () => {
    const region = await open();
    await within(region).findByText(/A dry run/);
    expect(api.sent).toEqual([]);
    await userEvent.selectOptions(
      within(region).getByLabelText('Environment'),
      'staging',
    );
    await userEvent.click(within(region).getByText(/^Ask for/));
    await within(region).findByText('Allowed');
    expect(api.sent).toEqual([
      { reference: expect.stringContaining(REFERENCE), environment: 'staging' },
    ]);
    await userEvent.selectOptions(
      within(region).getByLabelText('Environment'),
      'production',
    );
    expect(within(region).queryByText('Allowed')).toBeNull();
  });

  it('says why not, what to do and who can', async () => {
    api.gate = () =>
      gateDecision({
        ...denied,
        enforced: false,
        enforcedFrom: '2027-03-01',
        retryAfterSeconds: 120,
        reasons: [
          gateReason(),
          gateReason({
            code: 'evidence-too-old',
            message: 'The evidence is 2 hours old.',
            fix: 'Refresh the chart.',
            who: { kind: 'caller', entityRef: null },
            passing: true,
          }),
        ],
      });
    const region = await open();
    await userEvent.click(await within(region).findByText(/^Ask for/));
    await within(region).findByText('Denied');
    expect(region).toHaveTextContent(
      'for production, which is enforced from 1 March 2027',
    );
    expect(region).toHaveTextContent('A pipeline could go on all the same');
    const [first, second] = within(
      within(region).getByLabelText('Reasons'),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      "Signed by acme/tools, the policy asks for acme/payments. (wrong-identity)What to do: Release it again from the workflow of acme/payments. Who can: the chart's owner (team-a).",
    );
    expect(second).toHaveTextContent(/may go away by itself.*whoever asks/);
    expect(region).toHaveTextContent('Asking again makes sense in 2 min.');
    expect(
      within(region).getByText('How it was decided').closest('a'),
    ).toHaveAttribute(
      'href',
      '/chart-provenance/gate?decision=01JD5N3K8Q0000000000000001',
    );
  });

  it('never shows a decision that it does not know as allowed', async () => {
    api.gate = () =>
      Object.assign(gateDecision(), { decision: 'toString', reasons: [] });
    const region = await open();
    await userEvent.click(await within(region).findByText(/^Ask for/));
    await within(region).findByText('Could not decide');
    expect(within(region).queryByText('Allowed')).toBeNull();
  });

  it.each<[string, () => void, RegExp]>([
    [
      'forbidden',
      () => {
        api.gate = () => answer(403);
      },
      /You may not ask for an answer of the gate.*chart-provenance\.gate\.check/,
    ],
    [
      'too many',
      () => {
        api.gate = () => answer(429);
      },
      /Too many requests.*Wait a minute/,
    ],
    [
      'nobody answers',
      () => {
        api.gate = () => answer(503);
      },
      /The backend failed on an answer of the gate \(503\)/,
    ],
  ])('has words for: %s', async (_state, set, words) => {
    set();
    const region = await open();
    await userEvent.click(await within(region).findByText(/^Ask for/));
    await waitFor(() => expect(region).toHaveTextContent(words));
  });

  it('says when the environments cannot be had', async () => {
    api.environments = answer(500);
    const region = await open();
    expect(
      await within(region).findByText(
        /what the gate asks of this chart \(500\)/,
      ),
    ).toBeVisible();
  });
});
