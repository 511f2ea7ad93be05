import { useApp } from '../hooks/app-context.ts';
import { useActive } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { endComparison } from '../store/comparing.ts';

/** Says, as long as it lasts, that the canvas shows a comparison, and ends it. */
export function CompareBanner() {
  const t = useT();
  const app = useApp();
  const { baseline } = useActive();
  if (!baseline) return null;
  const title = baseline.scenario.title || t('ui.scenario.untitled');
  return (
    <div className="banner banner--compare">
      <button
        type="button"
        className="banner__words"
        onClick={() => app.view.setState({ panel: 'compare', sheet: 'panel' })}
      >
        {t(baseline.source === 'kept' ? 'whatif.compare.bannerKept' : 'whatif.compare.banner', {
          title,
        })}
      </button>
      <button type="button" className="button" onClick={() => endComparison(app)}>
        <Icon name="close" />
        {t('ui.command.endComparison')}
      </button>
    </div>
  );
}
