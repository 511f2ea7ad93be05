import './app.css';
import { lazy, Suspense, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Canvas } from './canvas/Canvas.tsx';
import { Palette } from './canvas/Palette.tsx';
import { useApp } from './hooks/app-context.ts';
import { useCommandKeys } from './hooks/use-command-keys.ts';
import { useFileDrop } from './hooks/use-file-drop.ts';
import { useNarrow } from './hooks/use-narrow.ts';
import { useScenario, useView } from './hooks/use-state.ts';
import { useLanguage, useT } from './hooks/use-t.ts';
import { Icon } from './icons/Icon.tsx';
import { Announcer } from './panels/Announcer.tsx';
import { FirstVisit } from './panels/FirstVisit.tsx';
import { LinkStrip } from './panels/LinkStrip.tsx';
import { Notices } from './panels/Notices.tsx';
import { QuickSamples } from './panels/QuickSamples.tsx';
import { StatusBar } from './panels/StatusBar.tsx';
import { ViewSwitch } from './panels/ViewSwitch.tsx';
import { readLearnAddress, SCREEN } from './store/learning.ts';
import { countVerdicts } from './store/problems.ts';
import type { MainView, SheetId } from './store/view.ts';

/** The component library comes with what needs it; the canvas does not wait for it. */
const Toolbar = lazy(async () => ({ default: (await import('./panels/Toolbar.tsx')).Toolbar }));
const SidePanel = lazy(async () => ({
  default: (await import('./panels/SidePanel.tsx')).SidePanel,
}));
const ConnectMenu = lazy(async () => ({
  default: (await import('./canvas/ConnectMenu.tsx')).ConnectMenu,
}));
const OTHER_VIEWS = {
  table: lazy(async () => ({ default: (await import('./views/TableView.tsx')).TableView })),
  matrix: lazy(async () => ({ default: (await import('./views/MatrixView.tsx')).MatrixView })),
  outline: lazy(async () => ({ default: (await import('./views/OutlineView.tsx')).OutlineView })),
};
const RecordingStrip = lazy(async () => ({
  default: (await import('./panels/RecordingStrip.tsx')).RecordingStrip,
}));
const Dialogs = lazy(async () => ({ default: (await import('./panels/Dialogs.tsx')).Dialogs }));

const LearnPage = lazy(async () => ({
  default: (await import('./learn/LearnPage.tsx')).LearnPage,
}));

const PresentLayer = lazy(async () => ({
  default: (await import('./learn/PresentLayer.tsx')).PresentLayer,
}));
const PresentScreen = lazy(async () => ({
  default: (await import('./learn/PresentLayer.tsx')).PresentScreen,
}));

/** The editor, or learning in its place; or what a presentation shows in its second window. */
export function App() {
  const learning = useView((state) => state.learning);
  if (learning === null) return <PresentedEditor />;
  const { first, rest } = readLearnAddress(learning);
  return (
    <>
      <Suspense fallback={<Loading />}>
        {first === SCREEN ? <PresentScreen room={rest} /> : <LearnPage />}
      </Suspense>
      <Notices />
    </>
  );
}

/** The editor, with the presentation over it while there is one. */
function PresentedEditor() {
  const isPresenting = useView((state) => state.isPresenting);
  const [isCovered, setCovered] = useState(false);
  return (
    <>
      <div inert={isCovered}>
        <Editor />
      </div>
      {isPresenting && (
        <Suspense fallback={<Loading />}>
          <PresentLayer onCover={setCovered} />
        </Suspense>
      )}
    </>
  );
}

/** The explorer: canvas in the middle, what can be drawn on one side, what is to be said on the other. */
function Editor() {
  useCommandKeys();
  const isOver = useFileDrop();
  const language = useLanguage();
  const isNarrow = useNarrow();
  const dialog = useView((state) => state.dialog);
  const mainView = useView((state) => state.mainView);
  const isRecording = useView((state) => state.recording !== null);

  return (
    <I18nProvider locale={language}>
      <div className={`app ${isOver ? 'app--drop' : ''}`}>
        <Suspense fallback={<header className="bar" />}>
          <Toolbar />
        </Suspense>
        {isNarrow ? null : (
          <Aside name="add">
            <Palette />
            <QuickSamples />
          </Aside>
        )}
        <main className="main">
          <ViewSwitch />
          {mainView === 'canvas' ? (
            <>
              <Canvas />
              <FirstVisit />
            </>
          ) : (
            <OtherView view={mainView} />
          )}
          <LinkStrip />
          {isRecording && (
            <Suspense>
              <RecordingStrip />
            </Suspense>
          )}
        </main>
        {isNarrow ? null : (
          <Aside name="panel">
            <Suspense fallback={<Loading />}>
              <SidePanel />
            </Suspense>
          </Aside>
        )}
        {isNarrow ? <BottomBar /> : <StatusBar />}
        {isNarrow && <Sheet />}
        {dialog && (
          <Suspense>
            <Dialogs open={dialog} />
          </Suspense>
        )}
        <Notices />
        <Announcer />
      </div>
    </I18nProvider>
  );
}

/** Instead of the canvas: another way to see and edit the same scenario. */
function OtherView({ view }: { readonly view: Exclude<MainView, 'canvas'> }) {
  const connectMenu = useView((state) => state.connectMenu);
  const View = OTHER_VIEWS[view];
  return (
    <Suspense fallback={<Loading />}>
      <View />
      {connectMenu !== null && <ConnectMenu key={connectMenu} from={connectMenu} />}
    </Suspense>
  );
}

function Aside({ name, children }: { readonly name: SheetId; readonly children: React.ReactNode }) {
  const t = useT();
  return (
    <aside className={`aside aside--${name}`} aria-label={t(`ui.sheet.${name}`)}>
      {children}
    </aside>
  );
}

function Loading() {
  const t = useT();
  return (
    <p className="loading" role="status">
      {t('ui.loading')}
    </p>
  );
}

/** On a small screen the panels come up from below. */
function BottomBar() {
  const t = useT();
  const { view } = useApp();
  const { prohibited, prerequisite, unknown } = countVerdicts(useScenario());
  const problems = prohibited + prerequisite + unknown;
  const open = (sheet: SheetId, panel: 'details' | 'problems') => view.setState({ sheet, panel });
  return (
    <nav className="bottom" aria-label={t('ui.sheet.label')}>
      <button type="button" className="bottom__button" onClick={() => open('add', 'details')}>
        <Icon name="plus" />
        {t('ui.sheet.add')}
      </button>
      <button type="button" className="bottom__button" onClick={() => open('panel', 'details')}>
        <Icon name="details" />
        {t('ui.panel.details')}
      </button>
      <button type="button" className="bottom__button" onClick={() => open('panel', 'problems')}>
        <Icon name={problems > 0 ? 'prohibited' : 'valid'} />
        {t('ui.panel.problems')}
        {problems > 0 && <span className="count">{problems}</span>}
      </button>
    </nav>
  );
}

function Sheet() {
  const t = useT();
  const { view } = useApp();
  const sheet = useView((state) => state.sheet);
  if (sheet === null) return null;
  const close = () => view.setState({ sheet: null });
  return (
    <section className="sheet" aria-label={t(`ui.sheet.${sheet}`)}>
      <button
        type="button"
        className="sheet__close bar__button"
        aria-label={t('ui.close')}
        onClick={close}
      >
        <Icon name="close" />
      </button>
      <div className="sheet__body">
        {sheet === 'add' ? (
          <>
            <Palette onAdded={close} />
            <QuickSamples />
          </>
        ) : (
          <Suspense fallback={<Loading />}>
            <SidePanel />
          </Suspense>
        )}
      </div>
      {sheet === 'panel' && <StatusBar />}
    </section>
  );
}
