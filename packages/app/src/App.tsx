import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// The plugin itself is found by `app.packages: all`, as in an adopter's app.
export default createApp({
  features: [catalogPlugin, navModule, signInModule],
});
