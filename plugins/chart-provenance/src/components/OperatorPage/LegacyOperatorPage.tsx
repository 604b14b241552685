import { Header, Page } from '@backstage/core-components';
import { OperatorPage } from './OperatorPage';

/**
 * The page with a header of its own, which apps on the legacy frontend system leave to it.
 *
 * @internal
 */
export const LegacyOperatorPage = () => (
  <Page themeId="tool">
    <Header title="Chart provenance" subtitle="The index and its charts" />
    <OperatorPage />
  </Page>
);
