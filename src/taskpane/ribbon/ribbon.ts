import { COMMAND_NAMES, type RibbonCommand } from '../ports/commands';

/** What Office gives the function of a button; it waits for `completed`. */
interface ButtonEvent {
  readonly completed: () => void;
}

export interface RibbonPort {
  readonly associate: (name: string, action: (event: ButtonEvent) => void) => void;
  /** Opens the pane, or brings it to the front. */
  readonly showPane: () => Promise<void>;
}

/** The buttons of the ribbon, for whoever shows what they ask for. */
export interface Ribbon {
  readonly listen: (listener: (command: RibbonCommand) => void) => () => void;
}

/**
 * Ties the buttons to the pane. Pressing one may be what starts the page: a press is kept until somebody listens. A pane that cannot be opened does not
 * hold the press back; Office then shows the screen as soon as the user opens the pane.
 */
export function createRibbon({ associate, showPane }: RibbonPort): Ribbon {
  let listener: ((command: RibbonCommand) => void) | null = null;
  const waiting: RibbonCommand[] = [];
  const deliver = (): void => {
    if (listener) waiting.splice(0).forEach(listener);
  };
  for (const command of COMMAND_NAMES) {
    associate(command, (event) => {
      waiting.push(command);
      showPane()
        .catch(() => undefined)
        .finally(() => {
          event.completed();
          deliver();
        });
    });
  }
  return {
    listen: (next) => {
      listener = next;
      deliver();
      return () => {
        if (listener === next) listener = null;
      };
    },
  };
}
