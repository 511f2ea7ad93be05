import type { Sizes } from '../geometry/layout.ts';
import type { RowNames } from '../model/rows.ts';
import type { Position, Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement } from '../policy/types.ts';
import type { Box } from './persist.ts';
import type { StartSearch } from './repair-search.ts';
import type { View } from './view.ts';
import { activeOf, type OpenScenario, type Workspace } from './workspace.ts';

/** What the page can do that the state can't: filled by the parts that can. */
export interface Host {
  /** Hands a text to the reader as a file. */
  saveFile: (name: string, text: string) => void;
  /** The text of a file the reader picks; undefined when they pick none. */
  pickFile: () => Promise<{ readonly name: string; readonly text: string } | undefined>;
  writeClipboard: (text: string) => Promise<void>;
  readClipboard: () => Promise<string>;
  /** Searches beside the page; absent where nothing can run beside it. */
  searchRepairs?: StartSearch;
  /** Where the browser keeps things; absent where it keeps nothing. */
  box?: Box;
  /** The words that rows for a spreadsheet are written with, in the reader's language. */
  rowNames?: (scenario: Scenario) => RowNames;
  /** The canvas, while it is there. */
  canvas: CanvasHost | null;
  readonly output: OutputHost;
}

/** What leaves the page as more than a scenario file. */
export interface OutputHost {
  /** Hands it to the reader as a file. */
  saveBlob: (name: string, content: Blob) => void;
  /** The picture as a PNG of that many pixels, with the fonts of this computer; rejects when it can't be drawn. */
  toPng: (svg: string, width: number, height: number) => Promise<Blob>;
  /** Puts a PNG on the clipboard. It may still be in the making: browsers ask for it during the click. */
  writeImage: (image: Promise<Blob>) => Promise<void>;
  /** Opens the print dialog for a whole HTML page. */
  print: (html: string) => Promise<void>;
  /** Where this computer is, YYYY-MM-DD. */
  today: () => string;
}

export interface CanvasHost {
  fitView: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  /** The middle of what is seen, in canvas units. */
  centre: () => Position;
  /** A place of the page in canvas units; undefined when it is beside the canvas. */
  placeAt: (clientX: number, clientY: number) => Position | undefined;
  /** Brings these parties into sight, if they are out of it. */
  reveal: (parties: readonly string[]) => void;
  /** Moves the keyboard to what `view.focus` names, or to the canvas. */
  takeFocus: () => void;
  /** Sizes of the parties as drawn. */
  sizes: () => Sizes;
}

/** Everything a command needs: the state of the work, the state of the view, and the page. */
export interface App {
  readonly workspace: Workspace;
  readonly view: View;
  readonly host: Host;
  /** New ids for open scenarios, unique in this browser. */
  readonly newId: () => string;
}

export function activeScenario(app: App): OpenScenario {
  return activeOf(app.workspace.getState());
}

export function scenarioOf(app: App): Scenario {
  return activeScenario(app).store.getState().scenario;
}

const judgements = new WeakMap<Scenario, Judgement>();

/** The judgement of a scenario, made once: scenarios are immutable, so nothing derived is stored. */
export function judgementOf(scenario: Scenario): Judgement {
  let judgement = judgements.get(scenario);
  if (!judgement) {
    judgement = judge(scenario);
    judgements.set(scenario, judgement);
  }
  return judgement;
}
