import { screen, within } from '@testing-library/react';
import {
  argoRow,
  consumerList,
  consumerRow,
  FakeChartProvenance,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

describe('a finding on a consumer', () => {
  const show = async (form: Parameters<typeof consumerRow>[0]) => {
    giveElementsSize();
    const api = new FakeChartProvenance();
    api.consumers = consumerList({ items: [{ ...argoRow, ...form }] });
    await renderPage(<EntityTab />, {
      api,
      path: '/tab/consumers',
      search: '?consumer=consumer-ledger',
      rulesUrl: 'https://docs.acme.dev/rules#top',
    });
    return screen.findByRole('dialog');
  };

  it.each([
    ['argocd-helm', '&snippet=argocd-oci'],
    ['flux-helm-repository', '&snippet=flux-oci-repository'],
    ['chart-dependency', '&snippet=chart-dependency'],
    ['other', ''],
  ] as const)('of form %s leads to what mends it', async (form, snippet) => {
    const drawer = await show({ form });
    expect(within(drawer).getByText('Fix').closest('a')).toHaveAttribute(
      'href',
      `/tab/adopt?chart=chart-payments00${snippet}&consumer=consumer-ledger`,
    );
    expect(within(drawer).getByText('range-pin').closest('a')).toHaveAttribute(
      'href',
      'https://docs.acme.dev/rules#range-pin',
    );
  });

  const nothing = { findings: [], pin: 'digest', bestPin: 'digest' } as const;
  const rejected = {
    ...argoRow.runs!,
    verdict: {
      status: 'rejected',
      reason: { code: 'wrong-identity', message: 'Signed by acme/tools.' },
    },
  } as const;
  const verified = {
    ...argoRow.runs!,
    verdict: {
      status: 'verified',
      reason: { code: 'policy-met', message: 'Signed.' },
    },
  } as const;

  it.each([
    ['what runs is rejected', { ...nothing, runs: rejected }, true],
    [
      'it could be pinned',
      { ...nothing, pin: 'version', runs: verified },
      true,
    ],
    ['nothing is to be done', { ...nothing, runs: verified }, false],
  ] as const)(
    'is not needed to get at the change: %s',
    async (_case, row, offered) => {
      const drawer = await show({ form: 'argocd-oci', ...row, findings: [] });
      await within(drawer).findByText('Findings');
      const link = within(drawer).queryByText('Show what to change');
      expect(link?.closest('a')?.getAttribute('href') ?? null).toBe(
        offered
          ? '/tab/adopt?chart=chart-payments00&snippet=argocd-oci&consumer=consumer-ledger'
          : null,
      );
    },
  );
});
