import { useT } from '../hooks/use-t.ts';
import { DialogFrame } from './Modal.tsx';
import { Shortcuts } from './Shortcuts.tsx';

const TOPICS = ['draw', 'read', 'fix', 'ask', 'bulk', 'keep', 'share', 'teach', 'limits'] as const;

/** How the explorer works and what its verdicts are worth. */
export function HelpDialog() {
  const t = useT();
  return (
    <DialogFrame title={t('ui.command.help')} size="large" isText>
      <p className="notice">{t('help.disclaimer')}</p>
      {TOPICS.map((topic) => (
        <section key={topic}>
          <h3 className="heading">{t(`help.${topic}.title`)}</h3>
          <p>{t(`help.${topic}.text`)}</p>
        </section>
      ))}
      <Shortcuts />
      <p className="quiet small">{t('help.credit')}</p>
    </DialogFrame>
  );
}
