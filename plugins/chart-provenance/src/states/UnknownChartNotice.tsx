import { Notice } from './Notice';

/**
 * The link names a chart the entity does not have.
 *
 * @internal
 */
export const UnknownChartNotice = ({ shown }: { shown: string }) => (
  <Notice
    severity="info"
    title="The chart in this link is not among this entity's charts"
    next="Choose another chart below, or check the link. The chart may have moved to another entity."
  >
    Showing <code>{shown}</code> instead.
  </Notice>
);
