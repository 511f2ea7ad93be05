import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { boot } from './boot.ts';
import { browserBox, browserHost } from './browser-host.ts';
import { AppContext } from './hooks/app-context.ts';
import { keepAddress } from './learn-address.ts';
import { keepOffline } from './offline.ts';
import { keepPage } from './page.ts';
import { openLink } from './store/links.ts';

const { app, words } = await boot(browserHost(), browserBox(), new URL(location.href));
keepPage(app, words);
keepAddress(app);
keepOffline();
// Another link pasted over the address of this page.
addEventListener('hashchange', () => void openLink(app, location.hash));

const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
createRoot(root).render(
  <StrictMode>
    <AppContext value={{ app, words }}>
      <App />
    </AppContext>
  </StrictMode>,
);
