import { exactTime, relativeTime } from '../../format/relativeTime';
import { useNow } from '../../hooks/useNow';

/**
 * A time relative to now, exact on hover. `at` is ISO.
 *
 * @internal
 */
export const RelativeTime = ({ at }: { at: string }) => {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
};
