import type { Host } from '../host/host';
import type { EventEntry } from '../protocol/wire';

/** What the client library calls a host bridge: texts to and fro. */
export interface ClientBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost: (text: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body?: unknown };
}

const REQUEST = 1;
const ANSWER = 2;
const PUSH = 3;

/**
 * Connects a client to a host. Answers and events come later than the call, never within it; an event comes after the answer to the request
 * that caused it. The first message that can't be sent is thrown at the sender, as a broken bridge does.
 */
export function bridgeTo(host: Host): ClientBridge {
  const bridge: ClientBridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost: (text) => {
      const { id, type, flags = 0, message } = JSON.parse(text) as BridgeMessage;
      if (type !== REQUEST) return;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      host.answer(body, flags).then(
        (answer) => bridge.onMessageFromHost(JSON.stringify({ id, type: ANSWER, message: answer })),
        (error: unknown) => bridge.onMessageFromHost(JSON.stringify({ id, type: ANSWER, message: broken(error) })),
      );
    },
  };
  host.onPush((entries: readonly EventEntry[]) => {
    setTimeout(() => bridge.onMessageFromHost(JSON.stringify({ type: PUSH, message: { entries } })), 0);
  });
  return bridge;
}

/** A bug of the stand-in, or a bridge that broke: either way the client hears of it as a failed connection. */
const broken = (error: unknown): unknown => ({
  statusCode: 500,
  headers: {},
  body: {
    error: {
      code: 'RequestAborted',
      message: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
    },
  },
});
