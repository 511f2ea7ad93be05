import { useApp } from '../hooks/app-context.ts';
import { useWorkspace } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { keepGuest } from '../store/links.ts';

/** What came with a link is shown, not kept, until the reader wishes so. */
export function LinkStrip() {
  const t = useT();
  const app = useApp();
  const isGuest = useWorkspace(({ guest, active }) => guest === active);
  if (!isGuest) return null;
  return (
    <div className="first">
      <p>{t('share.guest')}</p>
      <button type="button" className="button" onClick={() => keepGuest(app)}>
        {t('share.keep')}
      </button>
    </div>
  );
}
