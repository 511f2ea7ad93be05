import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { createExplainer } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { undo } from '../store/edit.ts';
import { dismiss, type Notice } from '../store/view.ts';

/** Messages that stay until they are read. */
export function Notices() {
  const t = useT();
  const { view } = useApp();
  const notices = useView((state) => state.notices);
  return (
    <section className="notices" aria-label={t('ui.notice.label')}>
      {notices.map((notice) => (
        <div key={notice.n} className={`notices__one notices__one--${notice.tone}`} role="alert">
          <NoticeText notice={notice} />
          <UndoButton notice={notice} />
          <button
            type="button"
            className="bar__button"
            aria-label={t('ui.close')}
            onClick={() => dismiss(view, notice.n)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}

/** What it is about is named as it was before the change: afterwards it may be gone. */
function NoticeText({ notice: { what, about } }: { readonly notice: Notice }) {
  const t = useT();
  const language = useLanguage();
  const explainer = about && createExplainer(t, language, about.before);
  const params = Object.entries(about?.params ?? {}).map(([name, value]) => [
    name,
    explainer?.say(value) ?? '',
  ]);
  return <p>{t(`ui.notice.${what}` as 'ui.notice.fileNotRead', Object.fromEntries(params))}</p>;
}

/** As long as undoing takes back the change that the message is about. */
function UndoButton({ notice: { about } }: { readonly notice: Notice }) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  if (!about || about.after !== scenario) return null;
  return (
    <button type="button" className="button" onClick={() => undo(app)}>
      {t('ui.command.undo')}
    </button>
  );
}
