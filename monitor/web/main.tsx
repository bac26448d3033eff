import '../../look/look.css';
import './live.css';
import { createRoot } from 'react-dom/client';
import { restoreTheme } from '../../look/index.ts';
import { App } from './app.tsx';
import { createFeed } from './live/feed.ts';
import { FeedContext } from './live/use-feed.ts';

restoreTheme();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id "root"');
createRoot(root).render(
  <FeedContext value={createFeed()}>
    <App />
  </FeedContext>,
);
