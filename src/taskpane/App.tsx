import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, type ComponentType } from 'react';
import type { Language } from '../plan/finding';
import { NoticeToast, ProblemMessage, SlowMessage } from './frame/Messages';
import { Navigation, PANEL_ID, tabId } from './frame/Navigation';
import { ScreenGuard } from './frame/ScreenGuard';
import { ScrollContext } from './components/VirtualList';
import type { Engine } from './ports/engine';
import type { PaneHost } from './ports/host';
import { ImportScreen } from './screens/import/ImportScreen';
import { PaneProvider, usePane } from './state/context';
import { useTexts } from './components/texts';
import type { ScreenName } from './ports/screens';
import { themeFor } from './components/theme';

const useStyles = makeStyles({
  root: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  waiting: { padding: tokens.spacingVerticalXXL },
});

/** The screens; each but the first is loaded when it is first opened. */
const SCREEN_VIEWS: Readonly<Record<ScreenName, () => ComponentType>> = {
  import: () => ImportScreen,
  plan: () => lazy(() => import('./screens/plan/PlanScreen').then(({ PlanScreen }) => ({ default: PlanScreen }))),
  changes: () =>
    lazy(() => import('./screens/changes/ChangesScreen').then(({ ChangesScreen }) => ({ default: ChangesScreen }))),
  links: () => lazy(() => import('./screens/links/LinksScreen').then(({ LinksScreen }) => ({ default: LinksScreen }))),
  check: () => lazy(() => import('./screens/check/CheckScreen').then(({ CheckScreen }) => ({ default: CheckScreen }))),
  credits: () =>
    lazy(() => import('./screens/credits/CreditScreen').then(({ CreditScreen }) => ({ default: CreditScreen }))),
  accounts: () =>
    lazy(() => import('./screens/accounts/AccountScreen').then(({ AccountScreen }) => ({ default: AccountScreen }))),
  settings: () =>
    lazy(() => import('./screens/settings/SettingsScreen').then(({ SettingsScreen }) => ({ default: SettingsScreen }))),
};

const loadedViews = new Map<ScreenName, ComponentType>();

/** The view of a screen; one that could not be loaded is asked for anew after `forgetView`. */
function viewOf(screen: ScreenName): ComponentType {
  const view = loadedViews.get(screen) ?? SCREEN_VIEWS[screen]();
  loadedViews.set(screen, view);
  return view;
}

const forgetView = (screen: ScreenName): void => {
  loadedViews.delete(screen);
};

interface AppProps {
  readonly host: PaneHost;
  readonly engine: Engine;
  readonly language: Language;
}

/** The pane on a host, with an engine for the heavy work. */
export function App(props: AppProps) {
  return (
    <PaneProvider {...props}>
      <Pane />
    </PaneProvider>
  );
}

function Pane() {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, language } = useTexts();
  const scroller = useRef<HTMLElement>(null);
  const theme = useMemo(() => themeFor(state.theme), [state.theme]);
  const { screen } = state;
  useLayoutEffect(() => {
    scroller.current?.scrollTo?.(0, 0);
  }, [screen, state.plan.card]);
  const View = viewOf(screen);
  return (
    <FluentProvider theme={theme} className={styles.root} lang={language}>
      <Navigation />
      <main ref={scroller} className={styles.main}>
        <ProblemMessage />
        <SlowMessage />
        <ScrollContext value={scroller}>
          <div role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(state.screen)} aria-busy={state.busy !== null}>
            <Suspense fallback={<Spinner className={styles.waiting} label={texts.common.loading} />}>
              <ScreenGuard
                subject={`${screen} ${state.plan.card ?? ''}`}
                onRetry={() => {
                  forgetView(screen);
                }}
              >
                <View />
              </ScreenGuard>
            </Suspense>
          </div>
        </ScrollContext>
      </main>
      <NoticeToast />
    </FluentProvider>
  );
}
