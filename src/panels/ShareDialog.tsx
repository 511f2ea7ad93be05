import { useEffect, useState } from 'react';
import { Switch, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES } from '../i18n/locale.ts';
import { Icon } from '../icons/Icon.tsx';
import { QrCode } from '../icons/QrCode.tsx';
import { LINK_LIMITS } from '../model/share-link.ts';
import { saveFile } from '../store/files.ts';
import { shareAddress } from '../store/links.ts';
import { notify } from '../store/view.ts';
import { Choice } from './Choice.tsx';
import { EmbedSnippets } from './EmbedSnippets.tsx';
import { DialogFrame } from './Modal.tsx';

const PLACES = ['qr', 'oldPrograms', 'slack', 'teams'] as const;
const OWN = 'own';

/** The scenario as a link, with what may be too short for it, as a code to point a camera at, and for a page. */
export function ShareDialog() {
  const t = useT();
  const [language, setLanguage] = useState<string>(OWN);
  const [isFocused, setFocused] = useState(true);
  const [selected] = useView((state) => state.selection.relationships);
  const focus = isFocused && selected ? selected : null;
  const address = useAddress(language === OWN ? null : language, focus);
  const focusSwitch = selected && (
    <Switch className="switch" isSelected={isFocused} onChange={setFocused}>
      <span className="switch__track" />
      {t('share.focus')}
    </Switch>
  );

  return (
    <DialogFrame title={t('share.title')} size="large">
      <Tabs className="panel">
        <TabList className="share__tabs" aria-label={t('share.title')}>
          <Tab id="link" className="side__tab">
            {t('share.link')}
          </Tab>
          <Tab id="embed" className="side__tab">
            {t('embed.snippets.title')}
          </Tab>
        </TabList>
        <TabPanel id="link" className="share__panel">
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
          {focusSwitch}
          {address === null ? (
            <p role="status">{t('ui.loading')}</p>
          ) : address.length > LINK_LIMITS.teams ? (
            <TooLong length={address.length} />
          ) : (
            <ShortEnough address={address} />
          )}
        </TabPanel>
        <TabPanel id="embed" className="share__panel">
          {focusSwitch}
          {address !== null && address.length > LINK_LIMITS.teams ? (
            <TooLong length={address.length} />
          ) : (
            <EmbedSnippets explorer={pageAddress()} focus={focus} />
          )}
        </TabPanel>
      </Tabs>
    </DialogFrame>
  );
}

function TooLong({ length }: { readonly length: number }) {
  const t = useT();
  const app = useApp();
  return (
    <>
      <p role="alert">{t('share.tooLong', { count: length })}</p>
      <div className="panel__actions">
        <button type="button" className="button button--primary" onClick={() => saveFile(app)}>
          <Icon name="file" />
          {t('ui.command.save')}
        </button>
      </div>
    </>
  );
}

function ShortEnough({ address }: { readonly address: string }) {
  const t = useT();
  const app = useApp();
  const copy = () =>
    app.host.writeClipboard(address).then(
      () => notify(app.view, 'linkCopied', 'info'),
      () => notify(app.view, 'clipboardBlocked', 'problem'),
    );
  return (
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
        <button type="button" className="button button--primary" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('share.copy')}
        </button>
      </div>
      <div className="share__fit">
        <Lengths length={address.length} />
        {address.length <= LINK_LIMITS.qr && <QrCode text={address} label={t('share.qr')} />}
      </div>
    </>
  );
}

function useAddress(language: string | null, focus: string | null): string | null {
  const app = useApp();
  const scenario = useActiveScenario();
  const [made, setMade] = useState<{ of: unknown; address: string } | null>(null);
  useEffect(() => {
    let isOld = false;
    const page = pageAddress();
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
