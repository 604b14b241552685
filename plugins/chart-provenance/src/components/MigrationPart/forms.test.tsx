import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  FakeChartProvenance,
  manualItem,
  migrationState,
  minutesAgo,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

const signOff = {
  checkId: 'announced',
  result: 'done' as const,
  note: 'Mail of Monday',
  expiresOn: '2027-03-01',
  by: 'user:default/r.ito',
  at: minutesAgo(120),
};

describe('what people say in the Migration part', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const show = () => renderPage(<EntityTab />, { api, path: '/tab/migration' });
  const lineOf = async (claim: RegExp) =>
    (await screen.findByText(claim)).closest('li') ?? document.body;

  it('signs off inline, with note and expiry', async () => {
    await show();
    const line = await lineOf(/The move was announced/);
    expect(line).toHaveTextContent(/^OpenThe move/);
    expect(line).toHaveTextContent('Nobody has signed this off.');
    await userEvent.click(within(line).getByText('Sign off'));
    const form = screen.getByRole('form', { name: /^Sign off: The move/ });
    await userEvent.click(within(form).getByText('Record'));
    within(form).getByText(/Say what it stands on/);
    expect(api.sent).toEqual([]);
    await userEvent.type(
      within(form).getByLabelText(/^Note/),
      'Mail of Monday',
    );
    const expiry = within(form).getByLabelText(/^Counts until/);
    fireEvent.change(expiry, { target: { value: '2020-01-01' } });
    await userEvent.click(within(form).getByText('Record'));
    within(form).getByText('The day has to be after today.');
    fireEvent.change(expiry, { target: { value: '2999-03-01' } });
    api.written = migrationState({
      manual: [manualItem({ status: 'done', signOff })],
    });
    await userEvent.click(within(form).getByText('Record'));
    await waitFor(() => expect(form).not.toBeInTheDocument());
    expect(api.asked).toContain('sign off announced');
    expect(api.sent).toEqual([
      { result: 'done', note: 'Mail of Monday', expiresOn: '2999-03-01' },
    ]);
    const done = await lineOf(/The move was announced/);
    expect(done).toHaveTextContent(/^Signed off/);
    expect(done).toHaveTextContent(
      /Signed off by r\.ito 2 hours ago, until 1 March 2027: “Mail of Monday”/,
    );
  });

  it('takes a sign-off back, which is one more record', async () => {
    api.migration = migrationState({
      manual: [manualItem({ status: 'done', signOff })],
    });
    await show();
    const line = await lineOf(/The move was announced/);
    await userEvent.click(within(line).getByText('Sign off anew'));
    await userEvent.selectOptions(
      screen.getByLabelText('What you say'),
      'Take the last sign-off back',
    );
    await userEvent.click(screen.getByText('Record'));
    await waitFor(() =>
      expect(api.sent).toEqual([{ result: 'open', note: '', expiresOn: null }]),
    );
  });

  it('keeps what was typed when recording fails, and says why', async () => {
    api.written = answer(403);
    await show();
    const line = await lineOf(/The move was announced/);
    await userEvent.click(within(line).getByText('Sign off'));
    await userEvent.type(screen.getByLabelText(/^Note/), 'Mail');
    await userEvent.click(screen.getByText('Record'));
    await screen.findByText('You may not write the sign-off');
    expect(screen.getByLabelText(/^Note/)).toHaveValue('Mail');
  });

  it.each<[string, Parameters<typeof manualItem>[0], RegExp]>([
    [
      'contradicted',
      {
        status: 'contradicted',
        signOff,
        contradiction: '2 consumers came back since.',
      },
      /^Contradicted.*Signed off by r\.ito.*Contradicted: 2 consumers came back since\./,
    ],
    ['expired', { status: 'expired', signOff }, /^Expired/],
    [
      'taken back',
      {
        status: 'open',
        signOff: { ...signOff, result: 'open', expiresOn: null },
      },
      /^Open.*Taken back by r\.ito/,
    ],
    [
      'said not to apply',
      {
        status: 'notApplicable',
        signOff: { ...signOff, result: 'notApplicable' },
      },
      /^Does not apply.*Said not to apply by/,
    ],
  ])('shows a manual item that is %s as such', async (_state, item, words) => {
    api.migration = migrationState({ manual: [manualItem(item)] });
    await show();
    expect(await lineOf(/The move was announced/)).toHaveTextContent(words);
  });

  it('says why the buttons are disabled without permission', async () => {
    api.migration = migrationState({ may: { signOff: false, plan: false } });
    await show();
    expect(
      await screen.findByRole('button', {
        name: /Sign off: You may not.*chart-provenance\.migration\.signoff/,
      }),
    ).toBeDisabled();
    expect(
      screen.getByRole('button', {
        name: /plan: You may not.*chart-provenance\.migration\.plan/,
      }),
    ).toBeDisabled();
    screen.getByText('no permission to plan');
  });

  it('sets the plan, and shows what is wrong beside the field', async () => {
    await show();
    await userEvent.click(await screen.findByText('Change the plan'));
    const retire = screen.getByLabelText(/It may be gone/);
    fireEvent.change(retire, { target: { value: '2027-01-01' } });
    await userEvent.click(screen.getByText('Record the plan'));
    expect(retire.closest('.MuiFormControl-root')).toHaveTextContent(
      /cannot come before/,
    );
    expect(api.sent).toEqual([]);
    fireEvent.change(retire, { target: { value: '2027-06-01' } });
    api.written = Object.assign(answer(400), {
      cause: new Error('retireOn is a Tuesday'),
    });
    await userEvent.click(screen.getByText('Record the plan'));
    await waitFor(() =>
      expect(retire.closest('.MuiFormControl-root')).toHaveTextContent(
        'retireOn is a Tuesday',
      ),
    );
    const recorded = {
      cutOverOn: '2027-03-01',
      deprecatedOn: null,
      retireOn: '2027-06-01',
      supportedSince: null,
      note: 'With the spring release.',
    };
    api.written = migrationState({
      plan: { ...recorded, by: 'user:default/me', at: minutesAgo(0) },
    });
    await userEvent.click(screen.getByText('Record the plan'));
    await screen.findByText('1 June 2027');
    expect(api.sent).toEqual([recorded, recorded]);
  });
});
