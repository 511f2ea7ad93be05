import './embed-snippets.css';
import { useEffect, useId, useMemo, useState } from 'react';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { useActiveScenario } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { loadLanguage, wordsIn } from '../i18n/words.ts';
import { Icon } from '../icons/Icon.tsx';
import { parseChain, writeChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { writeShared } from '../model/share-link.ts';
import { PICTURE_THEMES, type PictureTheme } from '../render/style.ts';
import { drawPicture } from '../render/svg.ts';
import { judgementOf } from '../store/app.ts';
import { fileName } from '../store/files.ts';
import { notify } from '../store/view.ts';
import { Choice } from './Choice.tsx';
import { EmbedPreview } from './EmbedPreview.tsx';
import {
  EMBED_FORMS,
  type EmbedForm,
  type EmbedWish,
  embedCode,
  FRAME_HEIGHT,
  isBuilt,
  PICTURED_FORMS,
  PROGRAM_NAMES,
  SIZED_FORMS,
} from './embed-code.ts';

const AUTO = 'auto';
/** CSS pixels: less shows nothing, more no page has. */
const SIZE = { least: 100, most: 4000 };

interface Props {
  /** The page without query and fragment. */
  readonly explorer: string;
  /** A relationship whose explanation is to be open. */
  readonly focus: string | null;
}

/** What somebody pastes into a page of their own to show the scenario there, and how it will look. */
export function EmbedSnippets({ explorer, focus }: Props) {
  const t = useT();
  const active = useActiveScenario();
  const [form, setForm] = useState<EmbedForm>('iframe');
  const isBlock = isBuilt(form);
  // A block holds what chain text can say, and so is shown with that alone.
  const scenario = useMemo(
    () => (isBlock ? { ...parseChain(writeChain(active)), title: active.title ?? '' } : active),
    [isBlock, active],
  );
  const shared = useShared(scenario);
  const [language, setLanguage] = useState<Language | typeof AUTO>(AUTO);
  const [theme, setTheme] = useState<PictureTheme>('auto');
  const [width, setWidth] = useState('');
  const [height, setHeight] = useState('');
  const [isPreviewed, setPreviewed] = useState(false);
  const preview = useId();
  const isSized = SIZED_FORMS.includes(form);
  const wish: EmbedWish | null =
    shared === null
      ? null
      : {
          explorer,
          shared,
          focus: isBlock ? null : focus,
          title: scenario.title?.trim() || t('ui.scenario.untitled'),
          scenario,
          chain: judgementOf(scenario).chain,
          language: language === AUTO ? null : language,
          theme,
          width: isSized ? sizeOf(width) : null,
          height: isSized ? sizeOf(height) : null,
          picture: fileName(scenario, '.svg'),
        };
  const code = wish && embedCode(form, wish);
  return (
    <section className="snippets">
      <div className="embed__choices">
        <Choice
          label={t('embed.snippets.kind')}
          value={form}
          options={EMBED_FORMS.map((id) => ({
            id,
            name:
              id in PROGRAM_NAMES
                ? PROGRAM_NAMES[id as keyof typeof PROGRAM_NAMES]
                : t(`embed.snippets.forms.${id as 'iframe'}`),
          }))}
          onChange={setForm}
        />
        <Choice
          label={t('report.export.language')}
          value={language}
          options={[
            { id: AUTO, name: t('embed.snippets.language') },
            ...LANGUAGES.map((id) => ({ id, name: ENDONYMS[id] })),
          ]}
          onChange={setLanguage}
        />
        <Choice
          label={t('report.export.theme')}
          value={theme}
          options={PICTURE_THEMES.map((id) => ({ id, name: t(`report.export.themes.${id}`) }))}
          onChange={setTheme}
        />
        {isSized && (
          <>
            <Size
              label={t('embed.snippets.width')}
              hint={t('embed.snippets.fullWidth')}
              value={width}
              onChange={setWidth}
            />
            <Size
              label={t('embed.snippets.height')}
              hint={form === 'iframe' ? String(FRAME_HEIGHT) : t('embed.snippets.ownHeight')}
              value={height}
              onChange={setHeight}
            />
          </>
        )}
      </div>
      {form !== 'markdown' && <p className="quiet small">{t('embed.snippets.text')}</p>}
      <p className="quiet small">{t(`embed.snippets.about.${isBuilt(form) ? 'built' : form}`)}</p>
      {code === null ? (
        <p role="status">{t('ui.loading')}</p>
      ) : (
        <>
          <Code
            key={`${form} page`}
            label={t('embed.snippets.code')}
            copyWords={t('embed.snippets.copy')}
            code={code.page}
          />
          {code.site && (
            <Code
              key={`${form} site`}
              label={t('embed.snippets.site', { file: code.site.file })}
              copyWords={t('embed.snippets.copySite')}
              code={code.site.code}
            />
          )}
        </>
      )}
      {isBlock && (
        <p className="small">
          <a href={new URL('./docs-plugin.js', explorer).href} download="docs-plugin.mjs">
            {t('embed.snippets.plugin', { file: 'docs-plugin.mjs' })}
          </a>
        </p>
      )}
      {wish && PICTURED_FORMS.includes(form) && <PictureFile wish={wish} />}
      <div className="panel__actions">
        <button
          type="button"
          className="button"
          aria-expanded={isPreviewed}
          aria-controls={preview}
          onClick={() => setPreviewed(!isPreviewed)}
        >
          <Icon name={isPreviewed ? 'up' : 'down'} />
          {t(isPreviewed ? 'embed.snippets.hidePreview' : 'embed.snippets.showPreview')}
        </button>
      </div>
      <div id={preview}>{isPreviewed && wish && <EmbedPreview form={form} wish={wish} />}</div>
    </section>
  );
}

/**
 * The payload of the code. It says what the chain is now, so that a check of the pages neither fails at
 * once at what is shown because it is wrong, nor keeps silent when the rules change.
 */
function useShared(scenario: Scenario): string | null {
  const [made, setMade] = useState<{ of: unknown; shared: string } | null>(null);
  useEffect(() => {
    let isOld = false;
    const { expect, expectChain = judgementOf(scenario).chain } = scenario;
    const said = expect ? scenario : { ...scenario, expectChain };
    void writeShared(said).then((shared) => !isOld && setMade({ of: scenario, shared }));
    return () => {
      isOld = true;
    };
  }, [scenario]);
  return made?.of === scenario ? made.shared : null;
}

function sizeOf(text: string): number | null {
  const size = Number(text);
  return text.trim() !== '' && size >= SIZE.least && size <= SIZE.most ? Math.round(size) : null;
}

interface SizeProps {
  readonly label: string;
  /** What it is when nothing is said. */
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Size({ label, hint, value, onChange }: SizeProps) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        className="input"
        type="number"
        inputMode="numeric"
        min={SIZE.least}
        max={SIZE.most}
        placeholder={hint}
        value={value}
        aria-invalid={value !== '' && sizeOf(value) === null}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

interface CodeProps {
  readonly label: string;
  readonly copyWords: string;
  readonly code: string;
}

function Code({ label, copyWords, code }: CodeProps) {
  const t = useT();
  const app = useApp();
  const [copied, setCopied] = useState('');
  const copy = () =>
    app.host.writeClipboard(code).then(
      () => setCopied(code),
      () => notify(app.view, 'clipboardBlocked', 'problem'),
    );
  return (
    <>
      <label className="field">
        <span className="field__label">{label}</span>
        <textarea
          className="input embed__code"
          rows={Math.min(10, Math.max(3, code.split('\n').length))}
          readOnly
          spellCheck={false}
          value={code}
          onFocus={({ target }) => target.select()}
        />
      </label>
      <div className="panel__actions">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {copyWords}
        </button>
        <span role="status">{copied === code ? t('report.export.copied') : ''}</span>
      </div>
    </>
  );
}

function PictureFile({ wish }: { readonly wish: EmbedWish }) {
  const t = useT();
  const { app, words } = useAppContext();
  const own = useLanguage();
  const language = wish.language ?? own;
  const [isFailed, setFailed] = useState(false);
  const save = () =>
    loadLanguage(words, language).then(
      () => {
        setFailed(false);
        const { svg } = drawPicture(
          wish.scenario,
          { t: wordsIn(words, language), language },
          wish.theme,
        );
        app.host.output.saveBlob(wish.picture, new Blob([svg], { type: 'image/svg+xml' }));
      },
      () => setFailed(true),
    );
  return (
    <>
      <p className="quiet small">{t('embed.snippets.picture', { name: wish.picture })}</p>
      <div className="panel__actions">
        <button type="button" className="button" onClick={() => void save()}>
          <Icon name="file" />
          {t('embed.snippets.savePicture')}
        </button>
        <span role="alert">{isFailed ? t('ui.notice.wordsNotLoaded') : ''}</span>
      </div>
    </>
  );
}
