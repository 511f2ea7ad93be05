import { useT } from '../hooks/use-t.ts';
import { SAMPLES } from '../samples/samples.ts';
import { DialogFrame } from './Modal.tsx';
import { VariantButton } from './VariantButton.tsx';

/** The eight scenarios of the article, each as pictures of what is supported and what is not. */
export function SamplesDialog() {
  const t = useT();
  return (
    <DialogFrame title={t('ui.command.samples')} size="large">
      <p className="quiet">{t('ui.samples.text')}</p>
      <ol className="samples">
        {SAMPLES.map((sample) => (
          <li key={sample.id} className="sample">
            <h3 className="sample__title">
              <small className="quiet">{t(`policy.source.${sample.id}`)}</small>
              {t(`samples.${sample.id}.title`)}
            </h3>
            <p>{t(`samples.${sample.id}.text`)}</p>
            <ul className="sample__variants">
              {sample.variants.map((variant) => (
                <li key={variant.id}>
                  <VariantButton sample={sample} variant={variant} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </DialogFrame>
  );
}
