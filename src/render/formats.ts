import type { Scenario } from '../model/scenario.ts';
import { mermaidChart } from './mermaid.ts';
import { htmlReport } from './report-html.ts';
import { markdownReport } from './report-markdown.ts';
import type { PictureTheme } from './style.ts';
import { drawPicture, type Wording } from './svg.ts';

/** In what text a scenario can be rendered, and how the names of such files end. */
export const TEXT_FORMATS = ['svg', 'html', 'markdown', 'mermaid'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export interface Rendering extends Wording {
  readonly theme: PictureTheme;
  /** Of a report, YYYY-MM-DD. */
  readonly date: string;
}

/** The same text for the same scenario, wherever it is made. */
export function renderText(format: TextFormat, scenario: Scenario, rendering: Rendering): string {
  switch (format) {
    case 'svg':
      return drawPicture(scenario, rendering, rendering.theme).svg;
    case 'html':
      return htmlReport(scenario, rendering, rendering.theme, rendering.date);
    case 'markdown':
      return markdownReport(scenario, rendering, rendering.date);
    case 'mermaid':
      return mermaidChart(scenario, rendering);
  }
}
