import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// The plugins are those that package.json depends on, see `app.packages` in
// app-config.yaml.
export default createApp({ features: [navModule] });
