import type { TFunction } from 'i18next';
import type { Language } from '../i18n/locale.ts';
import type english from '../i18n/words.en.ts';

/** Chinese has no singular forms; which there are is tested where the words are. */
type AllWords = Pick<typeof english, 'embed' | 'policy' | 'regions' | 'samples'> & {
  readonly file: Pick<typeof english.file, 'at' | 'type' | 'problem'>;
  readonly report: Pick<typeof english.report, 'asOf' | 'relationships' | 'none'>;
  readonly ui: Pick<typeof english.ui, 'close' | 'explain' | 'flow' | 'party' | 'samples'> & {
    readonly canvas: Pick<
      typeof english.ui.canvas,
      'empty' | 'separator' | 'typeAndName' | 'lineAndStatus' | 'kindAndStatus'
    >;
    readonly command: Pick<typeof english.ui.command, 'zoomIn' | 'zoomOut' | 'fitView'>;
    readonly scenario: Pick<typeof english.ui.scenario, 'untitled'>;
    readonly status: object;
  };
};

/** The words that the embedded view needs: a third of those of the editor. */
export function embedWords({ embed, file, policy, regions, report, samples, ui }: AllWords) {
  const { fix, fixRemark, fixNature, ...judged } = policy;
  const { snippets, loader, ...view } = embed;
  const { canvas, close, command, explain, flow, party, scenario, status } = ui;
  return {
    embed: view,
    file: { at: file.at, type: file.type, problem: file.problem },
    policy: judged,
    regions,
    report: { asOf: report.asOf, relationships: report.relationships, none: report.none },
    samples,
    ui: {
      canvas: {
        empty: canvas.empty,
        separator: canvas.separator,
        typeAndName: canvas.typeAndName,
        lineAndStatus: canvas.lineAndStatus,
        kindAndStatus: canvas.kindAndStatus,
      },
      close,
      command: {
        zoomIn: command.zoomIn,
        zoomOut: command.zoomOut,
        fitView: command.fitView,
      },
      explain,
      flow: { controls: flow.controls },
      party,
      samples: { titleOf: ui.samples.titleOf },
      scenario: { untitled: scenario.untitled },
      status,
    },
  };
}

/** The words for changing a scenario, besides those of the view. */
export function exploreWords(all: EditingWords, { surface }: { readonly surface: object }) {
  const small = embedWords(all);
  const { command, explain, fix, say, scenario, toolbar } = all.ui;
  const { added, connected, fixed_other, flips, redone, removed_other, undone } = say;
  // English has singular forms besides.
  const { fixed_one, removed_one } = say as Readonly<Record<string, unknown>>;
  return {
    ...small,
    policy: all.policy,
    surface,
    ui: {
      ...small.ui,
      command: {
        ...small.ui.command,
        delete: command.delete,
        redo: command.redo,
        undo: command.undo,
      },
      explain,
      fix,
      say: {
        added,
        connected,
        fixed_one,
        fixed_other,
        flips,
        redone,
        removed_one,
        removed_other,
        undone,
      },
      scenario: {
        ...small.ui.scenario,
        asOf: scenario.asOf,
        asOfHint: scenario.asOfHint,
        asOfToday: scenario.asOfToday,
        edition: scenario.edition,
      },
      toolbar,
    },
  };
}

/** The words for working through a course. */
export function exerciseWords(all: EditingWords, { play, surface, training }: LearningWords) {
  const { samples: _samples, embed: _embed, ...editing } = exploreWords(all, { surface });
  const { learn: _page, csv: _file, ...player } = play;
  return { ...editing, play: player, training };
}

/** The pages around the player, and the samples, are not in it. */
interface LearningWords {
  readonly play: { readonly learn: object; readonly csv: object };
  readonly surface: object;
  readonly training: object;
}

type EditingWords = AllWords & {
  readonly ui: {
    readonly command: Pick<typeof english.ui.command, 'delete' | 'redo' | 'undo'>;
    readonly fix: object;
    readonly say: Pick<
      typeof english.ui.say,
      'added' | 'connected' | 'fixed_other' | 'redone' | 'removed_other' | 'undone'
    > & { readonly flips: object };
    readonly scenario: Pick<
      typeof english.ui.scenario,
      'asOf' | 'asOfHint' | 'asOfToday' | 'edition'
    >;
    readonly toolbar: string;
  };
};

/**
 * What i18next does with these words, in a twentieth of its size: values in place of `{{name}}`, and the
 * plural form for `count`. A test holds the two against each other. A missing key is said by its name.
 */
export function createT(words: object, language: Language): TFunction {
  const plural = new Intl.PluralRules(language);
  const t = (key: string, params: Readonly<Record<string, string | number>> = {}) => {
    const { count } = params;
    const counted = count === undefined ? undefined : `${key}_${plural.select(Number(count))}`;
    const text = (counted && find(words, counted)) ?? find(words, key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => String(params[name] ?? mark));
  };
  // The one of i18next has more forms, none of which is used here.
  return t as unknown as TFunction;
}

function find(words: object, key: string): string | undefined {
  let value: unknown = words;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}
