import './export.css';
import { type ReactNode, useMemo, useState } from 'react';
import { Button, Label, Radio, RadioGroup, Text } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { renderText, type TextFormat } from '../render/formats.ts';
import { pngSize } from '../render/png.ts';
import { PICTURE_THEMES, type PictureTheme } from '../render/style.ts';
import { drawPicture, titleOf, type Wording } from '../render/svg.ts';
import { type App, scenarioOf } from '../store/app.ts';
import { fileName, fileText, saveFile } from '../store/files.ts';
import { DialogFrame } from './Modal.tsx';
import { useWording } from './use-wording.ts';

const FORMATS = ['html', 'markdown', 'print', 'svg', 'png', 'mermaid', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Formats that are shown as the text they are; the others as the picture in them. */
const SHOWN_AS_TEXT: readonly Format[] = ['markdown', 'mermaid', 'json'];
const THEMED: readonly Format[] = ['html', 'svg', 'png'];
/** A PNG can't know who reads it, and paper is white. */
const FIXED: readonly Format[] = ['png', 'print'];

const ENDINGS = { html: 'html', markdown: 'md', svg: 'svg', png: 'png', mermaid: 'mmd' } as const;
const TYPES = {
  html: 'text/html',
  markdown: 'text/markdown',
  svg: 'image/svg+xml',
  mermaid: 'text/plain',
} as const;

/** The scenario as a report, a picture or a file, in any language, to keep, to copy or to print. */
export function ExportDialog() {
  const t = useT();
  const [format, setFormat] = useState<Format>('html');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [theme, setTheme] = useState<PictureTheme>('auto');
  const wanted = useWording(language);
  const shownTheme = FIXED.includes(format) && theme === 'auto' ? 'light' : theme;
  const themes = format === 'png' ? PICTURE_THEMES.filter((id) => id !== 'auto') : PICTURE_THEMES;

  return (
    <DialogFrame title={t('ui.command.export')} size="large">
      <div className="export">
        <div className="export__choices">
          <RadioGroup
            className="export__formats"
            value={format}
            onChange={(value) => setFormat(value as Format)}
          >
            <Label className="field__label">{t('report.export.format')}</Label>
            {FORMATS.map((id) => (
              <Radio key={id} value={id} className="export__format">
                <span className="export__dot" />
                {t(`report.export.formats.${id}`)}
              </Radio>
            ))}
            <Text slot="description" className="quiet small export__about">
              {t(`report.export.about.${format}`)}
            </Text>
          </RadioGroup>
          {format !== 'json' && (
            <Segments
              label={t('report.export.language')}
              value={language}
              options={LANGUAGES.map((id) => ({ id, name: ENDONYMS[id], lang: id }))}
              onChange={setLanguage}
            />
          )}
          {THEMED.includes(format) && (
            <Segments
              label={t('report.export.theme')}
              value={shownTheme}
              options={themes.map((id) => ({ id, name: t(`report.export.themes.${id}`) }))}
              onChange={setTheme}
            />
          )}
        </div>
        {wanted.state === 'ready' ? (
          <Result
            key={`${format} ${language}`}
            format={format}
            theme={format === 'print' ? 'light' : shownTheme}
            wording={wanted.wording}
          />
        ) : wanted.state === 'loading' ? (
          <p className="export__preview export__wait" role="status">
            {t('report.export.loading')}
          </p>
        ) : (
          <div className="export__preview export__wait" role="alert">
            <p>{t('ui.notice.wordsNotLoaded')}</p>
            <Button className="button" onPress={wanted.retry}>
              {t('report.export.retry')}
            </Button>
          </div>
        )}
      </div>
    </DialogFrame>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string; readonly lang?: Language }[];
  readonly onChange: (value: T) => void;
}

function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(one) => onChange(one as T)}
    >
      <Label className="field__label">{label}</Label>
      <div className="segments">
        {options.map(({ id, name, lang }) => (
          <Radio key={id} value={id} className="segment">
            <span lang={lang}>{name}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ResultProps {
  readonly format: Format;
  readonly theme: PictureTheme;
  readonly wording: Wording;
}

/** What will be handed over, and the ways to take it. */
function Result({ format, theme, wording }: ResultProps) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const picture = useMemo(() => drawPicture(scenario, wording, theme), [scenario, wording, theme]);
  const make: Making = { app, format, theme, wording };
  const [outcome, setOutcome] = useState<Outcome>(NOTHING_YET);
  const act = async (words: string, problem: string, work: () => Promise<void>) => {
    setOutcome({ isProblem: false, words: t('report.export.working') });
    try {
      await work();
      setOutcome({ isProblem: false, words });
    } catch {
      setOutcome({ isProblem: true, words: problem });
    }
  };
  const save = () => {
    const name = nameOf(make);
    void act(t('report.export.saved', { name }), t('report.export.notDrawn'), async () => {
      if (format === 'json') saveFile(app);
      else app.host.output.saveBlob(name, await blobOf(make));
    });
  };
  const copy = () => {
    const { writeClipboard, output } = app.host;
    void act(t('report.export.copied'), t('ui.notice.clipboardBlocked'), () =>
      format === 'png' ? output.writeImage(blobOf(make)) : writeClipboard(textOf(make)),
    );
  };
  const print = () => {
    void act('', t('report.export.notPrinted'), () =>
      app.host.output.print(textOf({ ...make, format: 'html', theme: 'light' })),
    );
  };

  return (
    <div className="export__result">
      <Preview isText={SHOWN_AS_TEXT.includes(format)}>
        {SHOWN_AS_TEXT.includes(format) ? (
          <TextPreview make={make} />
        ) : (
          <img
            className="export__picture"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
            width={picture.width}
            height={picture.height}
            alt={titleOf(scenario, wording.t)}
          />
        )}
      </Preview>
      <div className="dialog__actions">
        {format !== 'print' && (
          <>
            <Button className="button button--primary" onPress={save}>
              {t('report.export.save')}
            </Button>
            <Button className="button" onPress={copy}>
              {t('report.export.copy')}
            </Button>
          </>
        )}
        {(format === 'print' || format === 'html') && (
          <Button
            className={format === 'print' ? 'button button--primary' : 'button'}
            onPress={print}
          >
            {t('report.export.print')}
          </Button>
        )}
        <p className="export__outcome" role={outcome.isProblem ? 'alert' : 'status'}>
          {outcome.words}
        </p>
      </div>
    </div>
  );
}

function Preview({ isText, children }: { readonly isText: boolean; readonly children: ReactNode }) {
  const t = useT();
  return (
    <section
      className={`export__preview ${isText ? 'export__preview--text' : ''}`}
      aria-label={t('report.export.preview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its room is scrolled by key
      tabIndex={0}
    >
      {children}
    </section>
  );
}

/** More than this nobody reads in a preview. */
const PREVIEWED = 20_000;

function TextPreview({ make }: { readonly make: Making }) {
  const scenario = useActiveScenario();
  const { app, format, theme, wording } = make;
  const text = useMemo(
    () => textIn({ app, format, theme, wording }, scenario).slice(0, PREVIEWED),
    [app, format, theme, wording, scenario],
  );
  return <pre lang={format === 'json' ? undefined : wording.language}>{text}</pre>;
}

/** What was done last, in words. */
interface Outcome {
  readonly isProblem: boolean;
  readonly words: string;
}

const NOTHING_YET: Outcome = { isProblem: false, words: '' };

interface Making extends ResultProps {
  readonly app: App;
}

function textOf(make: Making): string {
  return textIn(make, scenarioOf(make.app));
}

function textIn(
  { app, format, theme, wording }: Making,
  scenario: ReturnType<typeof scenarioOf>,
): string {
  if (format === 'json') return fileText(app);
  const date = app.host.output.today();
  return renderText(format as TextFormat, scenario, { ...wording, theme, date });
}

async function blobOf(make: Making): Promise<Blob> {
  const { app, format, theme, wording } = make;
  if (format !== 'png') {
    return new Blob([textOf(make)], { type: `${TYPES[format as TextFormat]};charset=utf-8` });
  }
  const picture = drawPicture(scenarioOf(app), wording, theme);
  const { width, height } = pngSize(picture);
  return app.host.output.toPng(picture.svg, width, height);
}

function nameOf({ app, format, wording }: Making): string {
  if (format === 'json' || format === 'print') return fileName(scenarioOf(app));
  return fileName(scenarioOf(app), `.${wording.language}.${ENDINGS[format]}`);
}
