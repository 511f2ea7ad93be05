import type { App } from './store/app.ts';

const LEARN = 'learn';

/** What an address says of the Learn part; null = the editor is meant. */
export function learningAt({ searchParams }: URL): string | null {
  return searchParams.get(LEARN);
}

/** Keeps the address the one of what is shown, so that going back leads where one was before. */
export function keepAddress({ view }: App): void {
  view.subscribe(({ learning }, before) => {
    if (learning === before.learning || learning === learningAt(new URL(location.href))) return;
    const address = new URL(location.href);
    if (learning === null) address.searchParams.delete(LEARN);
    else address.searchParams.set(LEARN, learning);
    // A slash may stand in a query as it is.
    history.pushState(null, '', address.href.replaceAll('%2F', '/'));
  });
  addEventListener('popstate', () => {
    view.setState({ learning: learningAt(new URL(location.href)) });
  });
}
