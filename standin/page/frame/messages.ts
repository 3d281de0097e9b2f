/** The messages office.js and the page around its frame send each other (Excel on the web), as far as the workbench answers them. */
export const MESSAGE = { request: 0, response: 1 } as const;
export const ACTION_TYPE = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
export const RESPONSE_TYPE = { forCalling: 0, forEventing: 1 } as const;

/** Numbers of the methods in `executeMethod`. */
export const METHOD = { saveSettings: 76, richApi: 93, appCommandCompleted: 94 } as const;

/** Actions and events by name. */
export const ACTIONS = {
  appContext: 'ContextActivationManager_getAppContextAsync',
  notifyHost: 'ContextActivationManager_notifyHost',
  execute: 'executeMethod',
} as const;

/** Numbers of the keys by which a user leaves the pane, as `notifyHost` sends them. */
export const LEAVING = { 5: 'sheet', 6: 'sheet', 13: 'next', 14: 'previous', 15: 'sheet' } as const satisfies Readonly<
  Record<number, Leaving>
>;

/** Where the focus goes when it leaves the pane: to the sheet, or to what stands after or before the pane on the page. */
export type Leaving = 'sheet' | 'next' | 'previous';

export interface FrameRequest {
  readonly _messageType: typeof MESSAGE.request;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

export interface ExecuteData {
  readonly DdaMethod: { readonly DispatchId: number };
  /** Of a Rich API call: body at 4, flags at 6. */
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: unknown };
}

/** A message as text, when it is a request of the frame; null for anything else that arrives at the page. */
export function readRequest(text: unknown): FrameRequest | null {
  if (typeof text !== 'string') return null;
  try {
    const message: unknown = JSON.parse(text);
    return isRequest(message) ? message : null;
  } catch {
    return null;
  }
}

const isRequest = (message: unknown): message is FrameRequest =>
  typeof message === 'object' &&
  message !== null &&
  '_messageType' in message &&
  message._messageType === MESSAGE.request &&
  '_actionName' in message &&
  typeof message._actionName === 'string';

const SERIALIZER_VERSION = 1;

interface Answered {
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
}

/** The answer to a call, or one occurrence of an event that was registered with it. */
export const response = (
  { _actionName, _conversationId, _correlationId }: Answered,
  type: keyof typeof RESPONSE_TYPE,
  data: unknown,
): string =>
  JSON.stringify({
    _messageType: MESSAGE.response,
    _actionName,
    _conversationId,
    _correlationId,
    _errorCode: 0,
    _responseType: RESPONSE_TYPE[type],
    _data: data,
    _serializerVersion: SERIALIZER_VERSION,
  });
