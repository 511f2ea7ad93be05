import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { dismiss } from '../store/view.ts';

/** Messages that stay until they are read. */
export function Notices() {
  const t = useT();
  const { view } = useApp();
  const notices = useView((state) => state.notices);
  return (
    <section className="notices" aria-label={t('ui.notice.label')}>
      {notices.map(({ n, what, tone }) => (
        <div key={n} className={`notices__one notices__one--${tone}`} role="alert">
          <p>{t(`ui.notice.${what}`)}</p>
          <button
            type="button"
            className="bar__button"
            aria-label={t('ui.close')}
            onClick={() => dismiss(view, n)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
