import { LoggerService } from '@backstage/backend-plugin-api';
import { ReadOnlyTarget } from 'chart-provenance-oras';
import { ImagesConfig } from '../config';
import { Schedule, Verifier, WorkHandler } from '../indexing';
import { ChartStore, imagesKey } from '../store';
import { ArchiveReader } from './ArchiveReader';
import { ChartImagesHandler } from './ChartImagesHandler';
import { ImageJudge } from './ImageJudge';
import { ImageLooksHandler } from './ImageLooksHandler';
import { ImageRules } from './ImageRules';
import { ImagesHandler } from './ImagesHandler';
import { HelmRenderer } from './render/HelmRenderer';

/** A walk that finds something makes its chart due at once; this is for what else may change, such as who runs what. */
const CHART_INTERVAL_MS = 60 * 60 * 1000;

/** What finding and judging images is put together from. */
export interface ImageIndexingOptions {
  config: ImagesConfig;
  rules: ImageRules;
  judge: ImageJudge;
  store: Pick<ChartStore, 'images' | 'consumers' | 'queue' | 'claimedCharts'>;
  openTarget: (host: string, repository: string) => ReadOnlyTarget;
  verifier: Verifier;
  schedule: Schedule;
  logger: LoggerService;
  now: () => Date;
}

/** Finds the images that charts deploy, and looks at those that the operator names. */
export interface ImageIndexing {
  /** Works on the rows of kind `images`. */
  handler: WorkHandler;
  /**
   * Adds the rows that are missing. Images are looked at again, as the configuration may have changed; charts only when archives are read otherwise than
   * before. Call it before the pump starts.
   */
  schedule(): Promise<void>;
  /** A chart was walked: its versions may be others. Never rejects. */
  onIndexed(
    chart: { chartId: string; registry: string },
    outcome: { changed: boolean },
  ): Promise<void>;
  /** What images are judged by has changed. */
  onRulesChanged(): Promise<void>;
}

/** Puts archives, rendering, looks and store together. Only registries of charts, and those of images that a rule names, are contacted. */
export function createImageIndexing(
  options: ImageIndexingOptions,
): ImageIndexing {
  const { config, rules, store, schedule, logger, now } = options;
  const { images, queue } = store;
  const renderer = config.render ? new HelmRenderer(config.render) : null;
  const archives = config.readArchives
    ? new ArchiveReader({ renderer, now })
    : null;
  const handler = new ImagesHandler({
    charts: new ChartImagesHandler({
      ...options,
      store: images,
      consumers: store.consumers,
      archives,
      schedule: {
        ...schedule,
        intervalMs: Math.max(schedule.intervalMs, CHART_INTERVAL_MS),
      },
    }),
    looks: new ImageLooksHandler({ ...options, store: images, queue }),
  });
  return {
    handler,
    async schedule() {
      const names = await images.names();
      await images.ensure({
        charts: await store.claimedCharts(),
        repositories: names.flatMap(name => {
          const rule = rules.of(name);
          return rule ? [{ name, host: rule.host }] : [];
        }),
      });
      const settings = archives?.settings ?? 'none';
      const isOther = await images.rememberSettings(settings);
      await images.makeDue(isOther ? 'all' : 'looks');
    },
    async onIndexed(chart, { changed }) {
      try {
        await images.ensure({ charts: [chart] });
        if (changed) {
          await queue.makeRowDue(imagesKey(chart.chartId));
        }
      } catch (error) {
        logger.warn(`Could not have the images of a chart read: ${error}`);
      }
    },
    onRulesChanged: () => images.makeDue('looks'),
  };
}
