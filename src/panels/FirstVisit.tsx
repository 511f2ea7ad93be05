import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { SAMPLES } from '../samples/samples.ts';
import { openSample } from '../store/samples.ts';

/** On a first visit: the chain that is shown holds, and one click shows one that does not. */
export function FirstVisit() {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const isFirst = useView((state) => state.isFirstVisit);
  const [sample] = SAMPLES;
  const broken = sample?.variants.find(({ id }) => id === 'no-reseller');
  if (!isFirst || !sample || !broken) return null;
  const end = () => app.view.setState({ isFirstVisit: false });
  return (
    <div className="first">
      <p>{t('ui.first.text')}</p>
      <button
        type="button"
        className="button"
        onClick={() => {
          end();
          openSample(app, sample, broken, t, language);
        }}
      >
        {t('ui.first.break')}
      </button>
      <button type="button" className="bar__button" aria-label={t('ui.close')} onClick={end}>
        <Icon name="close" />
      </button>
    </div>
  );
}
