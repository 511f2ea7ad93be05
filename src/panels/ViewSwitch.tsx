import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { MAIN_VIEWS, showView } from '../store/view.ts';

/** What stands in the middle: the canvas, or the same scenario as a table, a matrix or an outline. */
export function ViewSwitch() {
  const t = useT();
  const { view } = useApp();
  const mainView = useView((state) => state.mainView);
  return (
    <fieldset className="switcher">
      <legend className="sr-only">{t('table.views.label')}</legend>
      {MAIN_VIEWS.map((id) => (
        <label key={id} className="switcher__one">
          <input
            type="radio"
            name="main-view"
            className="sr-only"
            checked={id === mainView}
            onChange={() => showView(view, id)}
          />
          <Icon name={id} />
          {t(`table.views.${id}`)}
        </label>
      ))}
    </fieldset>
  );
}
