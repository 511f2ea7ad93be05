import { type SearchNews, type StartSearch, searchInChunks } from './store/repair-search.ts';

/** Searches in a worker; in the page's pauses where no worker can be had, as from a file opened from disk. */
export const searchInWorker: StartSearch = (task, onNews) => {
  let stop: () => void = () => undefined;
  const fallBack = () => {
    stop();
    stop = searchInChunks(task, onNews);
  };
  try {
    const worker = new Worker(new URL('./repair-worker.ts', import.meta.url), { type: 'module' });
    stop = () => worker.terminate();
    worker.addEventListener('error', fallBack);
    worker.addEventListener('message', ({ data: news }: MessageEvent<SearchNews>) => {
      if (news.isDone) worker.terminate();
      onNews(news);
    });
    worker.postMessage(task);
  } catch {
    fallBack();
  }
  return () => stop();
};
