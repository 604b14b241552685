import { screen, waitFor, within } from '@testing-library/react';
import {
  answer,
  consumedChart,
  consumerList,
  consumerSource,
  consumerSummary,
  consumesList,
  FakeChartProvenance,
  noConsumers,
  unreadSource,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

describe('the Consumers part in every state', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    giveElementsSize();
    api = new FakeChartProvenance();
  });

  const show = () => renderPage(<EntityTab />, { api, path: '/tab/consumers' });

  it.each<[string, () => void, RegExp[]]>([
    [
      'nobody looked',
      () => {
        api.consumers = consumerList({
          items: [],
          sources: [],
          summary: noConsumers({ nobodyLooked: true }),
        });
      },
      [/Nobody looked for consumers/, /kubernetes: \{ clusters: all \}/],
    ],
    [
      'it could not be looked',
      () => {
        api.consumers = consumerList({
          items: [],
          sources: [unreadSource],
          summary: noConsumers({ unreadSources: 1 }),
        });
      },
      [
        /0 consumers; 1 source could not be read, so there may be more/,
        /cluster prod-us could not be read/,
        /Since 1 hour ago: The API server answered 403/,
        /What is shown of it is from 3 hours ago/,
        /What to do: Apply the ClusterRole/,
        /No consumer is known, but not every place could be looked at/,
      ],
    ],
    [
      'a source that was never read',
      () => {
        api.consumers = consumerList({
          items: [],
          sources: [consumerSource({ lastSuccessAt: null, consumers: 0 })],
          summary: noConsumers(),
        });
      },
      [/No consumer is known yet/, /1 source was not read yet/],
    ],
    [
      'nobody uses it',
      () => {
        api.consumers = consumerList({ items: [], summary: noConsumers() });
      },
      [/No consumer was found/, /1 source was read to its end/],
    ],
    [
      'all are hidden',
      () => {
        api.consumers = consumerList({
          items: [],
          summary: consumerSummary({ total: 3, hidden: 3 }),
        });
      },
      [/You may not see any of its consumers/, /There are 3/],
    ],
    [
      'documents that could not be read',
      () => {
        api.consumers = consumerList({
          sources: [
            consumerSource({
              documents: [{ where: 'apps/x.yaml', message: 'It is no YAML.' }],
              documentProblems: 21,
            }),
          ],
        });
      },
      [
        /1 of 1 source read; 21 documents could not be read/,
        /apps\/x\.yaml: It is no YAML\./,
        /20 more/,
      ],
    ],
    [
      'forbidden',
      () => {
        api.consumers = answer(403);
      },
      [/You may not see the consumers/, /chart-provenance\.consumer\.read/],
    ],
    [
      'failed',
      () => {
        api.consumers = answer(500);
      },
      [
        /The backend failed on the consumers of this chart \(500\)/,
        /Try again/,
      ],
    ],
  ])('has words for: %s', async (_state, set, words) => {
    set();
    const view = await show();
    await waitFor(() => {
      for (const word of words) {
        expect(view.container).toHaveTextContent(word);
      }
    });
  });

  it('says what the component uses itself', async () => {
    api.consumes = consumesList({ charts: [consumedChart()] });
    await show();
    const uses = await screen.findByRole('region', {
      name: 'Charts of others that it uses',
    });
    const [chart] = await within(uses).findAllByRole('link', {
      name: 'acme-web',
    });
    expect(chart).toHaveAttribute(
      'href',
      '/catalog/default/component/acme-web/chart-provenance?chart=chart-acmeweb000',
    );
    expect(uses).toHaveTextContent('production: 3.2.0');
    expect(uses).toHaveTextContent('in all 3 clusters');
    expect(uses).toHaveTextContent('Verified');
  });

  it.each<[string, Partial<ReturnType<typeof consumesList>>, RegExp]>([
    ['nobody looked', { sources: [] }, /Nobody looked/],
    [
      'not everything could be read',
      { sources: [unreadSource] },
      /None known, but 1 source could not be read, or is not read yet: cluster prod-us/,
    ],
    ['nothing is used', {}, /no source knows of another chart/],
  ])('tells apart, for what it uses: %s', async (_case, changes, words) => {
    api.consumes = consumesList(changes);
    await show();
    const uses = await screen.findByRole('region', {
      name: 'Charts of others that it uses',
    });
    await waitFor(() => expect(uses).toHaveTextContent(words));
  });
});
