import type { TFunction } from 'i18next';
import type { Language } from '../i18n/locale.ts';
import type { Sample, Variant } from '../samples/samples.ts';
import { titledSample } from '../samples/titled.ts';
import type { App } from './app.ts';
import { openBeside } from './files.ts';
import { say } from './view.ts';

/** Opens a sample beside the reader's own work. */
export function openSample(
  app: App,
  sample: Sample,
  variant: Variant,
  t: TFunction,
  language: Language,
): void {
  const scenario = titledSample(sample, variant, t, language);
  app.view.setState({ dialog: null, sheet: null });
  openBeside(app, scenario);
  say(app.view, 'opened', { title: { text: scenario.title } });
}
