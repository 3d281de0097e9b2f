/** What a probe has to work with: a sheet of its own, and shorthands. */
export interface Tools {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  /** 'ok', or the code of Excel's refusal. */
  readonly attempt: (action: () => void) => Promise<string>;
  readonly read: (address: string, property: string) => Promise<unknown>;
  readonly table: (address: string, values?: readonly (readonly unknown[])[]) => Promise<Excel.Table>;
}

export type Probe = (tools: Tools) => Promise<unknown>;
export declare const PROBES: Readonly<Record<string, Probe>>;
