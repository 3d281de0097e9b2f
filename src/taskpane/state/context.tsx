import { createContext, use, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react';
import type { Language } from '../../plan/finding';
import { LanguageContext } from '../components/texts';
import type { Engine } from '../ports/engine';
import type { PaneHost } from '../ports/host';
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
      <LanguageContext value={state.language}>
        <DraftProvider>{children}</DraftProvider>
      </LanguageContext>
    </PaneContext>
  );
}

/** The state and the commands. Throws outside a PaneProvider: a defect. */
export function usePane(): Pane {
  const pane = use(PaneContext);
  if (pane === null) throw new Error('no PaneProvider');
  return pane;
}
