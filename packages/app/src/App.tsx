import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderFields from 'backstage-plugin-chart-provenance/scaffolder';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// The plugin itself is found by `app.packages: all`, as in an adopter's app.
export default createApp({
  features: [catalogPlugin, scaffolderFields, navModule, signInModule],
});
