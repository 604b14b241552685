import { Content, Header, Page } from '@backstage/core-components';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import Grid from '@material-ui/core/Grid';
import { useParams } from 'react-router-dom';
import { OverviewCard } from '../src/components/OverviewCard';
import { EntityTab } from '../src/components/EntityTab';

/** Card and tab on one page, for the entity that the address names. */
export const DevEntityPage = () => {
  const { name = 'usual' } = useParams();
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
  };
  return (
    <Page themeId="service">
      <Header title={name} />
      <Content>
        <EntityProvider entity={entity}>
          <Grid container>
            <Grid item xs={12} md={6}>
              <OverviewCard />
            </Grid>
            <Grid item xs={12}>
              <EntityTab />
            </Grid>
          </Grid>
        </EntityProvider>
      </Content>
    </Page>
  );
};
