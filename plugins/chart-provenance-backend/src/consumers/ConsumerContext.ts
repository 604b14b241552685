import { Schedule } from '../indexing';
import { ConsumerIndexingOptions } from './ConsumerIndexingOptions';
import { SourceListings } from './SourceListings';

/** What the handlers of consumer work share, with every default filled in. */
export interface ConsumerContext
  extends Pick<
    ConsumerIndexingOptions,
    'store' | 'queue' | 'config' | 'logger' | 'existing'
  > {
  listings: SourceListings;
  schedule: Schedule;
  now: () => Date;
  random: () => number;
  timeoutMs: number;
}
