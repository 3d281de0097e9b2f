import { EVENT_CATEGORY, WORKBOOK_TARGET, type EventEntry } from './wire';

/** Numbers of the events the client library listens to. */
export const EVENT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetFormulaChanged: 23,
  worksheetProtectionChanged: 24,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventName = keyof typeof EVENT;

/** Who listens to what, and what is waiting to be told to the client. */
export class EventHub {
  /** runtime.enableEvents of this add-in. */
  enabled = true;
  private readonly listeners = new Map<string, number>();
  private waiting: EventEntry[] = [];

  register(event: EventName, target: string): void {
    this.listeners.set(key(event, target), (this.listeners.get(key(event, target)) ?? 0) + 1);
  }

  unregister(event: EventName, target: string): void {
    const left = (this.listeners.get(key(event, target)) ?? 0) - 1;
    if (left > 0) this.listeners.set(key(event, target), left);
    else this.listeners.delete(key(event, target));
  }

  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Queues the event for whoever listens to one of its targets; with events off it is lost, as in Excel. */
  raise(event: EventName, targets: readonly string[], message: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    for (const target of [...targets, WORKBOOK_TARGET]) {
      if (!this.listeners.has(key(event, target))) continue;
      this.waiting.push({
        messageCategory: EVENT_CATEGORY,
        messageType: EVENT[event],
        targetId: target,
        message: JSON.stringify(message),
      });
    }
  }

  take(): EventEntry[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  forget(): void {
    this.listeners.clear();
    this.waiting = [];
    this.enabled = true;
  }
}

const key = (event: EventName, target: string): string => `${event}|${target}`;
