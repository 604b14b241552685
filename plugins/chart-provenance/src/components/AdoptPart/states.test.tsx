import { waitFor } from '@testing-library/react';
import { ChartState } from 'backstage-plugin-chart-provenance-common';
import {
  answer,
  blankChart,
  digestOf,
  entityProvenance,
  FakeChartProvenance,
  SNIPPET_HEADS,
  snippetList,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

describe('the states of the Adopt part', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
    giveElementsSize();
  });

  const show = (search: string) =>
    renderPage(<EntityTab />, { api, path: '/tab/adopt', search });

  it.each<[string, () => void, RegExp[], string]>([
    [
      'forbidden',
      () => {
        api.snippets = answer(403);
      },
      [/You may not see what can be made/, /chart-provenance\.chart\.read/],
      '',
    ],
    [
      'failed',
      () => {
        api.snippets = answer(500);
      },
      [/\(500\)/, /Try again/],
      '',
    ],
    [
      'a version that is gone',
      () => {
        api.snippets = answer(404);
      },
      [/no longer has this chart/, /Show the texts for the newest version/],
      `?version=${digestOf(1)}`,
    ],
    [
      'a text that cannot be written safely',
      () => {
        api.snippet = () => answer(409);
      },
      [/cannot be written safely/],
      '',
    ],
    [
      'nothing published',
      () => {
        api.entity = entityProvenance({
          charts: [blankChart({ state: 'empty' })],
        });
        api.snippets = snippetList({
          version: null,
          items: SNIPPET_HEADS.map(head => ({
            ...head,
            unavailable: 'Nothing is published yet.',
          })),
        });
      },
      [
        /Nothing is published yet: texts that name a version/,
        /This cannot be made for this chart/,
      ],
      '',
    ],
    [
      'nothing at all',
      () => {
        api.snippets = snippetList({ items: [] });
      },
      [/There is nothing to make for this chart/],
      '',
    ],
    [
      'an unknown text in the link',
      () => {},
      [/not among those for this chart/, /Showing GitHub Actions instead/],
      '?snippet=nonsense',
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

  it.each<[ChartState, RegExp]>([
    ['failed', /could not be read.*cannot be told/],
    ['firstIndexing', /being read for the first time/],
    ['partial', /Only some of the chart could be read/],
  ])(
    'never calls a chart unpublished that was not read: %s',
    async (state, words) => {
      api.entity = entityProvenance({ charts: [blankChart({ state })] });
      api.snippets = snippetList({ version: null });
      const view = await show('');
      await waitFor(() => expect(view.container).toHaveTextContent(words));
      expect(view.container).not.toHaveTextContent(/Nothing is published/);
    },
  );
});
