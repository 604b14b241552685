import { WorkHandler } from '../indexing';
import { isLooksKey, Lease } from '../store';

/** Rows of kind `images` are of two sorts, told apart by their keys: a chart's, and a repository of images. */
export class ImagesHandler implements WorkHandler {
  readonly #charts: WorkHandler;
  readonly #looks: WorkHandler;

  constructor(options: { charts: WorkHandler; looks: WorkHandler }) {
    this.#charts = options.charts;
    this.#looks = options.looks;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const handler = isLooksKey(lease.key) ? this.#looks : this.#charts;
    await handler.handle(lease, signal);
  }
}
