import { useEffect, useState } from 'react';
import { Switch } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES } from '../i18n/locale.ts';
import { Icon } from '../icons/Icon.tsx';
import { LINK_LIMITS } from '../model/share-link.ts';
import { saveFile } from '../store/files.ts';
import { shareAddress } from '../store/links.ts';
import { notify } from '../store/view.ts';
import { Choice } from './Choice.tsx';
import { EmbedSnippets } from './EmbedSnippets.tsx';
import { DialogFrame } from './Modal.tsx';
import { QrCode } from './QrCode.tsx';

const PLACES = ['qr', 'oldPrograms', 'slack', 'teams'] as const;
const OWN = 'own';

/** The scenario as a link, with what may be too short for it, and as a code to point a camera at. */
export function ShareDialog() {
  const t = useT();
  const app = useApp();
  const [language, setLanguage] = useState<string>(OWN);
  const [isFocused, setFocused] = useState(true);
  const [selected] = useView((state) => state.selection.relationships);
  const focus = isFocused && selected ? selected : null;
  const address = useAddress(language === OWN ? null : language, focus);
  const isShared = address !== null && address.length <= LINK_LIMITS.teams;
  const copy = (text: string) =>
    app.host.writeClipboard(text).then(
      () => notify(app.view, 'linkCopied', 'info'),
      () => notify(app.view, 'clipboardBlocked', 'problem'),
    );

  return (
    <DialogFrame title={t('share.title')}>
      <div className="panel">
        <p className="quiet">{t('share.text')}</p>
        <Choice
          label={t('share.language')}
          value={language}
          options={[
            { id: OWN, name: t('share.ownLanguage') },
            ...LANGUAGES.map((id) => ({ id, name: ENDONYMS[id] })),
          ]}
          onChange={setLanguage}
        />
        {selected && (
          <Switch className="switch" isSelected={isFocused} onChange={setFocused}>
            <span className="switch__track" />
            {t('share.focus')}
          </Switch>
        )}
        {address === null && <p role="status">{t('ui.loading')}</p>}
        {address !== null && !isShared && (
          <>
            <p role="alert">{t('share.tooLong', { count: address.length })}</p>
            <button type="button" className="button button--primary" onClick={() => saveFile(app)}>
              <Icon name="file" />
              {t('ui.command.save')}
            </button>
          </>
        )}
        {isShared && (
          <>
            <label className="field">
              <span className="field__label">{t('share.link')}</span>
              <input
                className="input"
                readOnly
                value={address}
                onFocus={({ target }) => target.select()}
              />
            </label>
            <div className="panel__actions">
              <button
                type="button"
                className="button button--primary"
                onClick={() => void copy(address)}
              >
                <Icon name="copy" />
                {t('share.copy')}
              </button>
            </div>
            <Lengths length={address.length} />
            {address.length <= LINK_LIMITS.qr && <QrCode text={address} label={t('share.qr')} />}
            <EmbedSnippets address={address} />
          </>
        )}
      </div>
    </DialogFrame>
  );
}

function useAddress(language: string | null, focus: string | null): string | null {
  const app = useApp();
  const scenario = useActiveScenario();
  const [made, setMade] = useState<{ of: unknown; address: string } | null>(null);
  useEffect(() => {
    let isOld = false;
    const { origin, pathname } = location;
    const page = origin === 'null' ? location.href.replace(/[?#].*/s, '') : origin + pathname;
    void shareAddress(app, { page, language, focus }).then((address) => {
      if (!isOld) setMade({ of: scenario, address });
    });
    return () => {
      isOld = true;
    };
  }, [app, scenario, language, focus]);
  return made?.of === scenario ? made.address : null;
}

/** What passes a link of this length on whole, and what may cut it. */
function Lengths({ length }: { readonly length: number }) {
  const t = useT();
  return (
    <section>
      <h3 className="heading">{t('share.length', { count: length })}</h3>
      <ul className="rows">
        {PLACES.map((place) => {
          const fits = length <= LINK_LIMITS[place];
          return (
            <li key={place} className="length">
              <span className={fits ? 'verdict--valid' : 'verdict--prohibited'}>
                <Icon name={fits ? 'valid' : 'prohibited'} />
              </span>
              {t(fits ? `share.fits.${place}` : `share.exceeds.${place}`, {
                max: LINK_LIMITS[place],
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
