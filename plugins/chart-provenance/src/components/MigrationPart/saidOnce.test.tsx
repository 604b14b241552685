import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  checkResult,
  FakeChartProvenance,
  migrationState,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

describe('the Migration part repeats nothing', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const show = () => renderPage(<EntityTab />, { api, path: '/tab/migration' });
  const lineOf = async (claim: RegExp) =>
    (await screen.findByText(claim)).closest('li') ?? document.body;

  it('says once what several ask for, and what an alarm says already', async () => {
    const checks = [
      checkResult({ id: 'a', claim: 'The first.', nextAction: 'Push it.' }),
      checkResult({ id: 'b', claim: 'The second.', nextAction: 'Push it.' }),
    ];
    api.migration = migrationState({
      checks,
      nextStep: { text: 'Bring it back.', responsible: 'owner', checkId: 'b' },
      alarms: [
        {
          code: 'bytes-differ',
          message: 'They differ.',
          fix: 'Bring it back.',
          responsible: 'owner',
        },
      ],
    });
    const view = await show();
    const alarm = await screen.findByRole('alert');
    expect(screen.queryByRole('region', { name: 'Next step' })).toBeNull();
    const count = (words: RegExp) =>
      (view.container.textContent?.match(words) ?? []).length;
    expect(count(/Bring it back\./g)).toBe(1);
    expect(count(/Push it\./g)).toBe(1);
    await userEvent.click(within(alarm).getByText('Show the check'));
    const second = await lineOf(/^The second\.$/);
    expect(second).toHaveFocus();
    await userEvent.click(within(second).getByText('The first.'));
    expect(document.activeElement).toHaveTextContent(/The first\..*Push it\./);
    await userEvent.click(within(alarm).getByText('Show the versions'));
    expect(document.activeElement).toHaveTextContent(/Legacy digest/);
  });
});
