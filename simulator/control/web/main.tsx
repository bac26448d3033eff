import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restoreTheme } from '../../../look/index.ts';
import { App } from './app.tsx';
import { createConsoleClient } from './client.ts';
import { ClientContext } from './use-console.ts';

restoreTheme();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <ClientContext value={createConsoleClient()}>
      <App />
    </ClientContext>
  </StrictMode>,
);
