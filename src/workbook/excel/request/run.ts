import { EXCEL_KINDS, excelFailure } from './failures';
import { ExcelError, type ExcelSession } from './session';
import { packSteps, type Step } from './steps';

/** How far a write is, and how to stop it. */
export interface RunOptions {
  readonly report?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Every request is one piece of work for Excel: nothing is calculated or drawn before it is done, and our own listeners hear nothing. */
function suspendUpdates(context: Excel.RequestContext): void {
  context.runtime.enableEvents = false;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
}

export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExcelError(excelFailure(EXCEL_KINDS.cancelled), 'Cancelled');
}

/** Sends steps in as few requests as their weight allows, in order. Throws ExcelError at the first that fails, or when it is stopped between two. */
export async function runSteps(
  session: ExcelSession,
  steps: readonly Step[],
  { report, signal }: RunOptions = {},
): Promise<void> {
  const packs = packSteps(steps);
  const send = (pack: readonly Step[]): Promise<void> =>
    session.write((context) => {
      suspendUpdates(context);
      for (const step of pack) step.run(context);
    });
  await packs.reduce<Promise<void>>(
    (before, pack, index) =>
      before.then(async () => {
        throwIfStopped(signal);
        report?.(index, packs.length);
        await send(pack);
      }),
    Promise.resolve(),
  );
  report?.(packs.length, packs.length);
}

/** Listening begins again, whatever happened. */
export const listenAgain = (session: ExcelSession): Promise<void> =>
  session.write((context) => {
    context.runtime.enableEvents = true;
  });
