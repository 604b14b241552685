import { Link } from '@backstage/core-components';
import { CheckEvidence } from 'backstage-plugin-chart-provenance-common';
import { Fragment } from 'react';
import { TabPart, useTabPart } from '../../hooks/useTabPart';
import { goToElement } from '../atoms/goToElement';
import { PARITY_ID } from './lineId';
import { useLineStyles } from './useLineStyles';

/**
 * What a result stands on, each a link to where it is shown.
 *
 * @internal
 */
export const EvidenceLinks = ({
  chartId,
  evidence,
  more,
}: {
  chartId: string;
  evidence: CheckEvidence[];
  /** How much is left out. */
  more: number;
}) => {
  const classes = useLineStyles();
  const { hrefOf } = useTabPart();
  if (evidence.length === 0 && more === 0) {
    return null;
  }
  return (
    <span className={classes.quiet}>
      {evidence.map(({ text, link }, index) => {
        const place = link && placeOf(link);
        return (
          <Fragment key={index}>
            {index > 0 && ', '}
            {place ? (
              <Link
                to={hrefOf(
                  place.part,
                  `?${new URLSearchParams({
                    chart: chartId,
                    ...place.search,
                  })}`,
                )}
                onClick={
                  link?.to === 'parity'
                    ? () => goToElement(PARITY_ID)
                    : undefined
                }
              >
                <bdi>{text}</bdi>
              </Link>
            ) : (
              <bdi>{text}</bdi>
            )}
          </Fragment>
        );
      })}
      {more > 0 && ` and ${more} more`}
    </span>
  );
};

/** Where in the tab evidence is shown; undefined for a kind that this page, older than the backend, does not know. */
function placeOf(
  link: NonNullable<CheckEvidence['link']>,
): { part: TabPart; search?: Record<string, string> } | undefined {
  switch (link.to) {
    case 'version':
      return { part: 'provenance', search: { version: link.digest } };
    case 'consumer':
      return { part: 'consumers', search: { consumer: link.id } };
    case 'parity':
      return { part: 'migration', search: { filter: link.version } };
    case 'provenance':
      return { part: 'provenance' };
    case 'consumers':
      return { part: 'consumers' };
    default:
      return undefined;
  }
}
