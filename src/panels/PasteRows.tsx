import './panels.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { LANGUAGES } from '../i18n/locale.ts';
import { columnName, rowWords } from '../i18n/row-words.ts';
import { loadLanguage, wordsIn } from '../i18n/words.ts';
import { Icon } from '../icons/Icon.tsx';
import {
  type ReadRow,
  ROW_MODES,
  type RowMode,
  type RowProblem,
  type RowsRead,
  type RowWords,
  readRows,
} from '../model/rows.ts';
import { applyRows } from '../store/rows.ts';
import { notify } from '../store/view.ts';
import { DialogFrame } from './Modal.tsx';

/** Rows listed in the preview; those with problems come first. */
const SHOWN = 100;

/** Reads rows of a spreadsheet, shows what they say and what is wrong, and takes all of them or none. */
export function PasteRows() {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const [text, setText] = useState(app.view.getState().rowsText);
  const [mode, setMode] = useState<RowMode>('add');
  const words = useRowWords();
  // Thousands of rows are read while the reader goes on typing.
  const settled = useDeferredValue(text);
  const read = useMemo(
    () => words && readRows(settled, words, scenario, mode),
    [settled, words, scenario, mode],
  );
  const isReady = settled === text && read?.scenario !== undefined;

  return (
    <DialogFrame title={t('ui.command.pasteRows')} size="large">
      <div className="panel">
        <p className="quiet">{t('table.paste.text')}</p>
        <TextField className="field" value={text} onChange={setText} autoFocus>
          <Label className="field__label">{t('table.paste.label')}</Label>
          <TextArea className="input rows-text" rows={7} spellCheck="false" wrap="off" />
        </TextField>
        <RadioGroup
          className="field"
          orientation="horizontal"
          value={mode}
          onChange={(value) => setMode(value as RowMode)}
        >
          <Label className="field__label">{t('table.paste.mode')}</Label>
          <div className="segments">
            {ROW_MODES.map((one) => (
              <Radio key={one} value={one} className="segment">
                {t(`table.paste.${one}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        {read ? <Summary read={read} /> : <p role="status">{t('table.paste.loading')}</p>}
        <div className="dialog__actions">
          <button
            type="button"
            className="button button--primary"
            disabled={!isReady}
            onClick={() => read && applyRows(app, read)}
          >
            {t('table.paste.apply')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => app.view.setState({ dialog: null, rowsText: '' })}
          >
            {t('ui.cancel')}
          </button>
        </div>
        {read && read.rows.length > 0 && <Preview rows={read.rows} />}
      </div>
    </DialogFrame>
  );
}

function Summary({ read: { parties, relationships, problems } }: { readonly read: RowsRead }) {
  const t = useT();
  const shown = problems > 0 ? 'prohibited' : 'valid';
  if (parties + relationships + problems === 0) {
    return (
      <p className="quiet" role="status">
        {t('table.paste.empty')}
      </p>
    );
  }
  return (
    <div className={`result result--${shown}`} role="status">
      <Icon name={shown} />
      <p>
        <span>
          {t('table.paste.parties', { count: parties })}
          {t('ui.explain.listSeparator')}
          {t('table.paste.relationships', { count: relationships })}
        </span>
        <span>
          {problems > 0 ? t('table.paste.problems', { count: problems }) : t('table.paste.ready')}
        </span>
      </p>
    </div>
  );
}

function Preview({ rows }: { readonly rows: readonly ReadRow[] }) {
  const t = useT();
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const fine = rows.filter(({ problems }) => problems.length === 0);
  const shown = [...wrong, ...fine].slice(0, SHOWN);
  return (
    <section className="rows-preview">
      <table aria-label={t('table.paste.preview')}>
        <thead>
          <tr>
            <th scope="col">{t('table.paste.row')}</th>
            <th scope="col">{t('table.paste.content')}</th>
            <th scope="col">{t('table.paste.finding')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, is, text, problems }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>
                {t(`table.paste.is.${is}`)} <span className="quiet">{text}</span>
              </td>
              <td>
                {problems.length === 0 ? (
                  <span className="rows-preview__finding verdict--valid">
                    <Icon name="valid" />
                    {t('table.paste.fine')}
                  </span>
                ) : (
                  problems.map((problem) => (
                    <ProblemText key={JSON.stringify(problem)} problem={problem} />
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p className="quiet">{t('table.paste.more', { count: rows.length - shown.length })}</p>
      )}
    </section>
  );
}

function ProblemText({ problem }: { readonly problem: RowProblem }) {
  const t = useT();
  const { code, column, value, row, max } = problem;
  const number = (one: number | undefined) => (one === undefined ? '' : one.toLocaleString('en'));
  return (
    <span className="rows-preview__finding verdict--prohibited">
      <Icon name="prohibited" />
      {t(`table.problem.${code}`, {
        column: column ? columnName(t, column) : '',
        value: value ?? '',
        row: row ?? '',
        max: number(max),
      })}
    </span>
  );
}

/** What rows may say in all languages, once their words are there. */
function useRowWords(): RowWords | undefined {
  const { app, words } = useAppContext();
  const language = useView((state) => state.language);
  const [read, setRead] = useState<RowWords>();
  useEffect(() => {
    let isWanted = true;
    const all = Promise.all(LANGUAGES.map((one) => loadLanguage(words, one)));
    all
      .then(() => LANGUAGES)
      .catch(() => {
        notify(app.view, 'wordsNotLoaded', 'problem');
        return [language];
      })
      .then((known) => {
        if (isWanted) setRead(rowWords(known.map((one) => wordsIn(words, one))));
      });
    return () => {
      isWanted = false;
    };
  }, [app, words, language]);
  return read;
}
