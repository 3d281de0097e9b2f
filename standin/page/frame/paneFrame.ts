import type { Host } from '../../host/host';
import type { EventEntry } from '../../protocol/wire';
import type { RequirementSets } from '../../protocol/typeGraph';
import { appContext } from './appContext';
import {
  ACTION_TYPE,
  ACTIONS,
  LEAVING,
  METHOD,
  readRequest,
  response,
  type ExecuteData,
  type FrameRequest,
  type Leaving,
} from './messages';

/** The event through which Excel pushes what happened to the Rich API. */
const RICH_EVENT = 'richApiMessage';
const COMMAND_EVENT = 'appCommandInvoked';

export interface PaneFrameOptions {
  readonly host: Host;
  readonly frame: HTMLIFrameElement;
  readonly locale: string;
  readonly sets: RequirementSets;
  /** After each request that was answered: the workbook may look different. */
  readonly onAnswered: () => void;
  /** The user leaves the pane by a key; office.js holds the Tab key in a frame and asks the page around it. */
  readonly onLeave: (where: Leaving) => void;
}

/** Is for office.js in a frame what Excel on the web is around an add-in: answers its calls and pushes events. */
export class PaneFrame {
  private readonly registered = new Map<string, FrameRequest>();
  private settings: readonly (readonly [string, string])[] = [];
  private commands = 0;

  constructor(private readonly options: PaneFrameOptions) {
    window.addEventListener('message', (event) => {
      if (event.source !== options.frame.contentWindow) return;
      const request = readRequest(event.data);
      if (request) void this.answer(request);
    });
    options.host.onPush((entries) => {
      this.raise(RICH_EVENT, { ArrayData: entries.map(toArray) });
    });
  }

  /** Does the add-in take presses of buttons yet? */
  get listensToButtons(): boolean {
    return this.registered.has(COMMAND_EVENT);
  }

  /** A button of the ribbon whose function is `name`. */
  command(name: string): void {
    this.commands += 1;
    this.raise(COMMAND_EVENT, [`command${this.commands}`, name, JSON.stringify({ source: { id: name } })]);
  }

  private post(text: string): void {
    this.options.frame.contentWindow?.postMessage(text, window.location.origin);
  }

  private raise(event: string, data: unknown): void {
    const registration = this.registered.get(event);
    if (registration) this.post(response(registration, 'forEventing', data));
  }

  private async answer(request: FrameRequest): Promise<void> {
    switch (request._actionType) {
      case ACTION_TYPE.registerEvent:
        this.registered.set(request._actionName, request);
        this.post(response(request, 'forCalling', { Error: 0 }));
        return;
      case ACTION_TYPE.unregisterEvent:
        this.registered.delete(request._actionName);
        this.post(response(request, 'forCalling', { Error: 0 }));
        return;
      default:
        this.post(response(request, 'forCalling', await this.invoke(request)));
    }
  }

  private async invoke({ _actionName, _data }: FrameRequest): Promise<unknown> {
    const { locale, sets } = this.options;
    switch (_actionName) {
      case ACTIONS.appContext:
        this.registered.clear();
        return appContext({ locale, sets, settings: this.settings });
      case ACTIONS.execute:
        return this.execute(_data as ExecuteData);
      case ACTIONS.notifyHost:
        this.notified(_data);
        return {};
      default:
        return {};
    }
  }

  private notified(data: unknown): void {
    const action: unknown = Array.isArray(data) ? data[1] : undefined;
    const where = Object.entries(LEAVING).find(([number]) => Number(number) === action)?.[1];
    if (where) this.options.onLeave(where);
  }

  private async execute(data: ExecuteData): Promise<unknown> {
    switch (data.DdaMethod.DispatchId) {
      case METHOD.richApi:
        return { Error: 0, Version: '1', Data: await this.richApi(data.ArrayData ?? []) };
      case METHOD.saveSettings:
        this.settings = settingsOf(data.DdaSettingsMethod?.Properties);
        return DONE;
      default:
        return DONE;
    }
  }

  /** The Rich API goes to the stand-in: status, headers, and the body as text. */
  private async richApi(data: readonly unknown[]): Promise<readonly unknown[]> {
    const { host, onAnswered } = this.options;
    try {
      const { statusCode, body } = await host.answer(String(data[BODY]), Number(data[FLAGS]));
      return [statusCode, [], JSON.stringify(refusalOf(body) ?? body)];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [500, [], JSON.stringify(refusalOf({ error: { code: 'RequestAborted', message } }))];
    } finally {
      onAnswered();
    }
  }
}

/** A request that was refused as a whole, as a frame hears of it: blamed on its first action, or the client takes it for done. null for any other answer. */
function refusalOf(body: unknown): unknown {
  const error =
    typeof body === 'object' && body !== null && 'error' in body
      ? (body.error as { readonly code: string; readonly message: string })
      : null;
  return error && { Error: { Code: error.code, Message: error.message, ActionIndex: 0 } };
}

const DONE = { Error: 0, Version: '1' } as const;

const settingsOf = (properties: unknown): readonly (readonly [string, string])[] =>
  Array.isArray(properties)
    ? properties.flatMap((pair: unknown) => (Array.isArray(pair) ? [[String(pair[0]), String(pair[1])] as const] : []))
    : [];

/** Places in the array of a Rich API call. */
const BODY = 4;
const FLAGS = 6;

const toArray = ({ messageCategory, messageType, targetId, message }: EventEntry): readonly unknown[] => [
  messageCategory,
  messageType,
  targetId,
  message,
  0,
  false,
];
