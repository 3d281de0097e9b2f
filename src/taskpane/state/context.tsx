import { createContext, use, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react';
import type { Language } from '../../plan/finding';
import { FORMATS, type Formats } from '../../i18n/formats';
import { PANE_TEXTS, type PaneTexts } from '../../i18n/paneTexts';
import type { Engine } from '../engine';
import type { PaneHost } from '../host';
import { createCommands, type Commands } from './commands';
import { reduce, type Action } from './reducer';
import { DraftProvider } from './drafts';
import { initialState, type PaneState } from './state';

interface Pane {
  readonly state: PaneState;
  readonly commands: Commands;
  readonly host: PaneHost;
}

const PaneContext = createContext<Pane | null>(null);

interface PaneProviderProps {
  readonly host: PaneHost;
  readonly engine: Engine;
  readonly language: Language;
  readonly children: ReactNode;
}

/** Holds the state of the pane, binds the commands to host and engine, and opens what the workbook holds. */
export function PaneProvider({ host, engine, language, children }: PaneProviderProps) {
  const [state, dispatchToReact] = useReducer(reduce, null, () => initialState(language, host.theme(), host.facts()));
  // Commands run between renders: they follow the state through the same reducer, at once.
  const current = useRef(state);
  const commands = useMemo(
    () =>
      createCommands({
        host,
        engine,
        now: () => Date.now(),
        state: () => current.current,
        dispatch: (action: Action) => {
          current.current = reduce(current.current, action);
          dispatchToReact(action);
        },
      }),
    [host, engine],
  );
  useEffect(() => {
    const stop = host.watch(commands.heard);
    void commands.start();
    return stop;
  }, [host, commands]);
  const pane = useMemo(() => ({ state, commands, host }), [state, commands, host]);
  return (
    <PaneContext value={pane}>
      <DraftProvider>{children}</DraftProvider>
    </PaneContext>
  );
}

/** The state and the commands. Throws outside a PaneProvider: a defect. */
export function usePane(): Pane {
  const pane = use(PaneContext);
  if (pane === null) throw new Error('no PaneProvider');
  return pane;
}

/** The texts and formats of the language the pane is in. */
export function useTexts(): { readonly texts: PaneTexts; readonly formats: Formats; readonly language: Language } {
  const { language } = usePane().state;
  return { texts: PANE_TEXTS[language], formats: FORMATS[language], language };
}
