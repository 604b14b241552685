import { Header, Page } from '@backstage/core-components';
import { StatusPage } from './StatusPage';

/**
 * The page with a header of its own, which apps on the legacy frontend system leave to it.
 *
 * @internal
 */
export const LegacyStatusPage = () => (
  <Page themeId="tool">
    <Header title="Chart provenance" subtitle="Status of the index" />
    <StatusPage />
  </Page>
);
