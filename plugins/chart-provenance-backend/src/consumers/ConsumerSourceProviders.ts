import {
  ChartProvenanceConsumersExtensionPoint,
  ConsumerSourceProvider,
} from 'backstage-plugin-chart-provenance-node';

/** Of the providers that are built in: kept for them, whether they are configured or not. */
const BUILT_IN: readonly string[] = ['kubernetes', 'git', 'annotations'];
const ID = /^[a-zA-Z0-9][\w.-]{0,49}$/;

/** The places that modules added. */
export class ConsumerSourceProviders
  implements ChartProvenanceConsumersExtensionPoint
{
  readonly #providers = new Map<string, ConsumerSourceProvider>();

  addConsumerSourceProvider(provider: ConsumerSourceProvider): void {
    const { id } = provider;
    if (!ID.test(id)) {
      throw new Error(
        `A provider of consumer sources needs an id of 1 to 50 letters, digits, dots, dashes and underscores, but one has '${id}'`,
      );
    }
    if (BUILT_IN.includes(id) || this.#providers.has(id)) {
      throw new Error(`The provider of consumer sources '${id}' is taken`);
    }
    this.#providers.set(id, provider);
  }

  /** In the order they were added. */
  get all(): readonly ConsumerSourceProvider[] {
    return [...this.#providers.values()];
  }
}
