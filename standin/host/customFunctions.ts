import type { HostContext } from '../protocol/context';
import { hostClass } from '../protocol/hostClass';
import { CUSTOM_FUNCTION_CATEGORY, type EventEntry } from '../protocol/wire';

/** Calls of custom functions in the client's own runtime, and the results that come back. */
export type CustomFunctionResult =
  | { readonly ok: true; readonly value: unknown }
  /** code: 1 #N/A, 2 threw, 3 rejected, 5 #DIV/0!, 6 #NUM!, 7 #VALUE!, 8 #NULL! */
  | { readonly ok: false; readonly code: number; readonly message: string };

export const FUNCTION_FLAGS = { cancelable: 1, streaming: 2, errorArguments: 4, richData: 8 } as const;

const CALL = 1000;
const CANCEL = 1001;

export class CustomFunctionCalls {
  private next = 0;
  private readonly waiting = new Map<number, (result: CustomFunctionResult) => void>();

  constructor(private readonly send: (entries: readonly EventEntry[]) => void) {}

  /**
   * Calls a function by its metadata id. Arguments are as Excel hands them over: a range is a 2-D array, a single cell a value, an omitted
   * argument null, an empty cell ''.
   */
  call(id: string, args: readonly unknown[], address = 'Blad1!A1', flags = 0): Promise<CustomFunctionResult> {
    return this.callAll([{ id, args, address, flags }]).then(
      ([only]) => only ?? { ok: false, code: 2, message: 'no result' },
    );
  }

  /** Many calls in one push, as a recalculation makes them. */
  callAll(
    calls: readonly { id: string; args: readonly unknown[]; address?: string; flags?: number }[],
  ): Promise<CustomFunctionResult[]> {
    const results = calls.map(({ id, args, address = 'Blad1!A1', flags = 0 }) => {
      const invocation = (this.next += 1);
      const entry: EventEntry = {
        messageCategory: CUSTOM_FUNCTION_CATEGORY,
        messageType: CALL,
        targetId: '',
        message: JSON.stringify([invocation, id, args, address, flags]),
      };
      return { entry, result: new Promise<CustomFunctionResult>((resolve) => this.waiting.set(invocation, resolve)) };
    });
    this.send(results.map(({ entry }) => entry));
    return Promise.all(results.map(({ result }) => result));
  }

  cancel(invocation: number): void {
    this.send([
      {
        messageCategory: CUSTOM_FUNCTION_CATEGORY,
        messageType: CANCEL,
        targetId: '',
        message: JSON.stringify({ invocationId: invocation }),
      },
    ]);
  }

  /** The service the client answers to. */
  register(context: HostContext): void {
    const service = hostClass<CustomFunctionCalls>({
      name: 'CustomFunctions',
      methods: {
        SetInvocationArrayResults: (calls, [results]) => calls.receive(results),
        SetInvocationResults: (calls, [results]) => calls.receive(results),
        _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
        _GetEnabledFeatures: () => [],
      },
    });
    context.addService('Microsoft.ExcelServices.CustomFunctions', () => service(this, context));
  }

  private receive(results: unknown): void {
    if (!Array.isArray(results)) return;
    for (const result of results as unknown[]) {
      const [id, ok, value, code] = Array.isArray(result) ? (result as unknown[]) : fieldsOf(result);
      const resolve = this.waiting.get(Number(id));
      this.waiting.delete(Number(id));
      resolve?.(
        ok === true ? { ok: true, value } : { ok: false, code: Number(code ?? 0), message: String(value ?? '') },
      );
    }
  }
}

function fieldsOf(result: unknown): unknown[] {
  const { id, failed, value, errorCode } = result as {
    id: unknown;
    failed?: boolean;
    value: unknown;
    errorCode?: number;
  };
  return [id, failed !== true, value, errorCode];
}
