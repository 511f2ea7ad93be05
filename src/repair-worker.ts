import { type SearchTask, stepper } from './store/repair-search.ts';

/** Searches for repairs beside the page. One task for each worker: whoever does not want it ends the worker. */
addEventListener('message', ({ data }: MessageEvent<SearchTask>) => {
  stepper(data, Number.POSITIVE_INFINITY, (news) => postMessage(news))();
});
