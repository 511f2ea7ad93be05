import type { i18n } from 'i18next';
import { createContext, useContext } from 'react';
import type { App } from '../store/app.ts';

/** The app and its words, given to the tree once. */
export interface AppContextValue {
  readonly app: App;
  readonly words: i18n;
}

export const AppContext = createContext<AppContextValue | undefined>(undefined);

export function useAppContext(): AppContextValue {
  const value = useContext(AppContext);
  if (!value) throw new Error('no AppContext above this component');
  return value;
}

export function useApp(): App {
  return useAppContext().app;
}
