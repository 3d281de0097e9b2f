import type { Calculator } from '../model/calculator';
import type { EventHub } from './events';
import { formatArea, type Area } from '../model/area';
import type { Book, Sheet, Table } from '../model/book';
import { HostError, invalidArgument, notImplemented } from '../model/errors';
import type { HostObject, RangeTarget } from './hostClass';
import { hasVersion, type RequirementSets, type TypeGraph } from './typeGraph';

/** Who does something: events say so. */
export type Actor = 'addin' | 'user' | 'coauthor';

/** Makers of objects that other objects give back. They meet here, so that no two families import each other. */
export interface Makers {
  readonly range: (target: RangeTarget) => HostObject;
  readonly rangeAreas: (target: RangeTarget) => HostObject;
  readonly worksheet: (sheet: Sheet) => HostObject;
  readonly table: (table: Table) => HostObject;
  readonly tables: (sheet: Sheet | null, only?: (table: Table) => boolean) => HostObject;
}

/** What the objects of the host share while they answer: the workbook, who is at work, and what the client holds on to. */
export class HostContext {
  book: Book;
  actor: Actor = 'addin';
  /** How often the add-in asked for these until its next sync. */
  readonly suspended = { calculation: 0, screen: 0 };
  /** Something that formulas may depend on was changed since the last calculation. */
  dirty = false;
  /** Ranges that must move with insertions and deletions: those of this request, and those the client keeps. */
  private batchRanges: RangeTarget[] = [];
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new Map<RangeTarget, string>();
  private nextReference = 0;
  private rootObject: HostObject | null = null;
  private makers: Makers | null = null;
  private readonly services = new Map<string, () => HostObject>();

  constructor(
    book: Book,
    readonly graph: TypeGraph,
    readonly sets: RequirementSets,
    readonly calculator: Calculator,
    readonly events: EventHub,
  ) {
    this.book = book;
  }

  install(root: HostObject, makers: Makers): void {
    this.rootObject = root;
    this.makers = makers;
  }

  get make(): Makers {
    if (this.makers === null) throw new HostError('GeneralException', 'the host is not complete');
    return this.makers;
  }

  root(): HostObject {
    if (this.rootObject === null) throw new HostError('GeneralException', 'no workbook');
    return this.rootObject;
  }

  /** Objects the client makes by name, outside the workbook. */
  addService(name: string, make: () => HostObject): void {
    this.services.set(name, make);
  }

  service(name: string): HostObject {
    const make = this.services.get(name);
    if (make === undefined) throw notImplemented(`service ${name}`);
    return make();
  }

  /** Throws ApiNotFound for what is newer than the host says it is, and lets pass what the library does not know by name. */
  checkMember(className: string, wire: string): void {
    const member = this.graph[className]?.members[wire.toLowerCase()];
    if (member === undefined) {
      if (wire.startsWith('_') || this.graph[className] === undefined || WIRE_ONLY.has(`${className}.${wire}`)) return;
      throw invalidArgument(`${className} has no member ${wire}`);
    }
    if (member.set !== null && !hasVersion(this.sets, member.set)) {
      throw new HostError('ApiNotFound', `${className}.${wire} needs ${member.set.name} ${member.set.version}`);
    }
  }

  offers(className: string, wire: string): boolean {
    const set = this.graph[className]?.members[wire.toLowerCase()]?.set;
    return set === undefined || set === null || hasVersion(this.sets, set);
  }

  /** The wire name of a property the client asks for by its JavaScript name. */
  wireName(className: string, name: string): string {
    const member = this.graph[className]?.members[name.toLowerCase()];
    return member?.wire ?? name.charAt(0).toUpperCase() + name.slice(1);
  }

  missing(className: string, member: string): HostError {
    return notImplemented(`${className}.${member}`);
  }

  newRange(sheet: Sheet, areas: readonly Area[]): RangeTarget {
    const target: RangeTarget = { sheet, areas };
    this.batchRanges.push(target);
    return target;
  }

  keep(object: HostObject): void {
    if (object.range === null || this.referenceIds.has(object.range)) return;
    const id = `ref-${(this.nextReference += 1)}`;
    this.references.set(id, object);
    this.referenceIds.set(object.range, id);
  }

  referenceId(target: RangeTarget): string | null {
    return this.referenceIds.get(target) ?? null;
  }

  reference(id: string): HostObject {
    const object = this.references.get(id);
    if (object === undefined) throw new HostError('InvalidReference', id);
    return object;
  }

  release(id: string): void {
    const object = this.references.get(id);
    if (object?.range) this.referenceIds.delete(object.range);
    this.references.delete(id);
  }

  get keptReferences(): number {
    return this.references.size;
  }

  endRequest(): void {
    this.batchRanges = [];
  }

  forgetReferences(): void {
    this.references.clear();
    this.referenceIds.clear();
    this.endRequest();
  }

  /** Every range that must follow a change of the sheet's shape. */
  liveRanges(sheet: Sheet): RangeTarget[] {
    const kept = [...this.referenceIds.keys()];
    return [...new Set([...this.batchRanges, ...kept])].filter((target) => target.sheet === sheet);
  }

  describe(target: RangeTarget): string {
    return `${target.sheet.name}!${target.areas.map((one) => formatArea(one)).join(',')}`;
  }
}

/** Names the library writes on the wire although no class lists them. */
const WIRE_ONLY = new Set(['Worksheet.Gridlines', 'Worksheet.Headings']);
