/** Makes the page one that opens without a network from the next visit on, once all of this one is there. */
export function keepOffline(): void {
  if (import.meta.env.DEV) return;
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register());
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    // Where that may not be, as in a file opened from disk, the page works with what it can reach.
  }
}
