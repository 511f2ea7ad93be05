import { useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { escapeXml } from '../model/xml.ts';
import { fileName } from '../store/files.ts';
import { notify } from '../store/view.ts';
import { Choice } from './Choice.tsx';

const FORMS = ['iframe', 'element', 'markdown'] as const;
type Form = (typeof FORMS)[number];

interface Props {
  /** That of the page with the scenario in its fragment. */
  readonly address: string;
}

/** What somebody pastes into a page of their own, to show the scenario there. */
export function EmbedSnippets({ address }: Props) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const [form, setForm] = useState<Form>('iframe');
  const title = scenario.title?.trim() || t('ui.scenario.untitled');
  const picture = fileName(scenario, '.svg');
  const code = snippet(form, address, title, picture);
  const [copied, setCopied] = useState('');
  const copy = () =>
    app.host.writeClipboard(code).then(
      () => setCopied(code),
      () => notify(app.view, 'clipboardBlocked', 'problem'),
    );
  return (
    <section className="snippets">
      <h3 className="heading">{t('embed.snippets.title')}</h3>
      <p className="quiet small">{t('embed.snippets.text')}</p>
      <Choice
        label={t('embed.snippets.kind')}
        value={form}
        options={FORMS.map((id) => ({ id, name: t(`embed.snippets.${id}`) }))}
        onChange={(id) => setForm(id as Form)}
      />
      <label className="field">
        <span className="field__label">{t('embed.snippets.code')}</span>
        <textarea
          className="input"
          rows={4}
          readOnly
          spellCheck={false}
          value={code}
          onFocus={({ target }) => target.select()}
        />
      </label>
      {form === 'markdown' && (
        <p className="quiet small">{t('embed.snippets.picture', { name: picture })}</p>
      )}
      <div className="panel__actions">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('embed.snippets.copy')}
        </button>
        <span role="status">{copied === code ? t('report.export.copied') : ''}</span>
      </div>
    </section>
  );
}

function attribute(name: string, value: string): string {
  return `${name}="${escapeXml(value)}"`;
}

function snippet(form: Form, address: string, title: string, picture: string): string {
  const { search, hash, searchParams } = new URL(address);
  const name = escapeXml(title);
  const titled = attribute('title', title);
  if (form === 'iframe') {
    const view = new URL('./embed.html', address);
    view.search = search;
    view.hash = hash;
    return `<iframe src="${escapeXml(view.href)}" ${titled} width="100%" height="640" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>`;
  }
  if (form === 'element') {
    const shared = new URLSearchParams(hash.slice(1)).get('s') ?? '';
    const language = searchParams.get('lng');
    const lng = language ? ` ${attribute('lng', language)}` : '';
    const script = new URL('./embed.js', address).href;
    return `<script async src="${escapeXml(script)}"></script>\n<csp-scenario ${titled}${lng} scenario="${shared}" loading="lazy"><a href="${escapeXml(address)}">${name}</a></csp-scenario>`;
  }
  const plain = title.replace(/[\\[\]<>*_`]/g, '\\$&');
  return `[![${plain}](<${picture}>)](${address})`;
}
