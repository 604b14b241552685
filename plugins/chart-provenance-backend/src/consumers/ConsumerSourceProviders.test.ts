import { ConsumerSourceProviders } from './ConsumerSourceProviders';

const provider = (id: string) => ({
  id,
  sources: async () => ({ sources: [], unreadable: [] }),
});

it('takes providers in their order, each under an id of its own', () => {
  const providers = new ConsumerSourceProviders();
  const spinnaker = provider('spinnaker');
  const harness = provider('harness');
  providers.addConsumerSourceProvider(spinnaker);
  providers.addConsumerSourceProvider(harness);
  expect(providers.all).toEqual([spinnaker, harness]);
  expect(() =>
    providers.addConsumerSourceProvider(provider('harness')),
  ).toThrow("The provider of consumer sources 'harness' is taken");
});

it.each(['kubernetes', 'git', 'annotations', '', 'a b', 'x'.repeat(51)])(
  'refuses %s',
  id => {
    const providers = new ConsumerSourceProviders();
    expect(() => providers.addConsumerSourceProvider(provider(id))).toThrow(
      /taken|needs an id/,
    );
    expect(providers.all).toEqual([]);
  },
);
