import type { PlanDocument, PlanNode, Source } from './document';
import { linkId, type Link } from './link';
import { numberWord, stemOf } from './words';

/** References that a document makes to its own nodes, as printed: by code ("zie TD 5.3") or by the name of a part ("zie ook Woonstad"). */

/** "Zie ook thema's A en B." - what is named runs to the end of the clause. */
const SEE =
  /\b[Zz]ie (?:ook |bij |onder )*(?:(?:de|het|in|thema|thema’s|thema's|domein|deel|hoofdstuk)\s+)*(?<what>[^.;:()\n]{3,90})/gu;
/** A code as plans print them: letters and digits, or digits set off by dots after a word. */
const CODE = /(?<![\p{L}\d])(?:\p{Lu}{1,4} ?\d+(?:\.\d+)*|\p{Lu}{2}\d{3,})(?![\p{L}\d])/gu;
const CHAPTER = /\b(?:hoofdstuk|deel|paragraaf) (?<which>\d{1,2}(?:\.\d{1,2})?|\p{Ll}+)\b/gu;
/** Two words are one when they start alike this far: "mobiliteit" and "mobiele". */
const ALIKE = 4;
/** Only parts of the plan are called by name; longer titles are sentences. */
const LONGEST_NAME = 60;

interface Place {
  readonly node: PlanNode;
  readonly text: string;
  readonly source: Source;
}

/** Every text of a document that stands under a node. */
function* placesOf(document: PlanDocument): Iterable<Place> {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  for (const node of document.nodes) {
    yield { node, text: node.title, source: node.source };
    if (node.evaluation) yield { node, text: node.evaluation.text, source: node.source };
    for (const { text, source } of node.fields ?? []) yield { node, text, source };
  }
  for (const { node: id, blocks } of document.texts) {
    const node = id === undefined ? undefined : byId.get(id);
    if (node) for (const { text, line } of blocks) yield { node, text, source: { line, page: null } };
  }
  for (const { node: id, name, source } of document.indicators) {
    const node = id === null ? undefined : byId.get(id);
    if (node) yield { node, text: name, source };
  }
}

/** All words of a name count, also those that say little elsewhere: "Samen stad maken". */
const stemsOf = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 2)
    .map(stemOf);

const startsAlike = (left: string, right: string): boolean =>
  left === right || left.slice(0, ALIKE) === right.slice(0, ALIKE);

interface Named {
  readonly node: PlanNode;
  readonly stems: readonly string[];
}

/** The part whose name holds every telling word of the phrase, and least besides; null when none does or two do equally. */
function byName(phrase: string, named: readonly Named[]): PlanNode | null {
  const wanted = stemsOf(phrase);
  if (wanted.length === 0) return null;
  const fitting = named
    .filter(({ stems }) => wanted.every((stem) => stems.some((each) => startsAlike(each, stem))))
    .sort((left, right) => left.stems.length - right.stems.length);
  const [first, second] = fitting;
  return first && first.stems.length !== second?.stems.length ? first.node : null;
}

const QUOTES = /[‘’“”"']/gu;

/** What an enumeration names ("Talentvolle stad en Ondernemen en Werken"): the longest runs first, since names hold "en" themselves. */
function namedIn(what: string, named: readonly Named[]): readonly PlanNode[] {
  const phrases = what
    .replace(QUOTES, '')
    .trim()
    .split(/ en |, | of /u);
  const found: PlanNode[] = [];
  for (let from = 0; from < phrases.length; from += 1) {
    for (let to = phrases.length; to > from; to -= 1) {
      const node = byName(phrases.slice(from, to).join(' en '), named);
      if (!node) continue;
      found.push(node);
      from = to - 1;
      break;
    }
  }
  return found;
}

const codeOf = (code: string): string => code.replace(/\s/g, '').toLowerCase();

/** The explicit references of a document to its own nodes. A node never refers to itself or to what it stands under. */
export function explicitLinks(document: PlanDocument): readonly Link[] {
  const isAbove = ancestry(document.nodes);
  const links = new Map<string, Link>();
  for (const { place, to, evidence } of referencesIn(document)) {
    if (to.id === place.node.id || isAbove(to.id, place.node.id)) continue;
    const ends = { from: place.node.id, to: to.id, fromDocument: null, toDocument: null, kind: 'refersTo' as const };
    const id = linkId(ends);
    if (!links.has(id))
      links.set(id, {
        id,
        ...ends,
        state: 'explicit',
        weight: null,
        reason: null,
        evidence: evidence.trim(),
        source: place.source,
      });
  }
  return [...links.values()];
}

interface Reference {
  readonly place: Place;
  readonly to: PlanNode;
  readonly evidence: string;
}

/** Codes, chapters and names that the texts of a document hold, each with the node it means. */
function* referencesIn(document: PlanDocument): Generator<Reference> {
  const coded = document.nodes.flatMap((node) => (node.code === null ? [] : [[node.code, node] as const]));
  const byCode = new Map(coded.map(([code, node]) => [codeOf(code), node]));
  const chapters = new Map(coded.map(([code, node]) => [code.replace(/^.*?(\d+(?:\.\d+)*)\.?$/u, '$1'), node]));
  const parts = namedParts(document.nodes);
  for (const place of placesOf(document)) {
    for (const match of place.text.matchAll(CODE)) {
      const to = byCode.get(codeOf(match[0]));
      if (to) yield { place, to, evidence: around(place.text, match.index, match[0].length) };
    }
    for (const match of place.text.matchAll(CHAPTER)) {
      const which = match.groups?.['which'] ?? '';
      const to = chapters.get(/\d/.test(which) ? which : String(numberWord(which) ?? ''));
      if (to) yield { place, to, evidence: around(place.text, match.index, match[0].length) };
    }
    for (const match of place.text.matchAll(SEE)) {
      for (const to of namedIn(match.groups?.['what'] ?? '', parts)) yield { place, to, evidence: match[0] };
    }
  }
}

/** Nodes without a code that have a name short enough to be quoted, and parts under them. */
function namedParts(nodes: readonly PlanNode[]): readonly Named[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return nodes
    .filter(({ id, title, code }) => title.length <= LONGEST_NAME && code === null && parents.has(id))
    .map((node) => ({ node, stems: stemsOf(node.title) }));
}

/** Does one node stand under another, at any depth? */
function ancestry(nodes: readonly PlanNode[]): (upper: string, lower: string) => boolean {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return (upper, lower) => {
    let at = parents.get(lower) ?? null;
    for (let steps = 0; at !== null && steps <= parents.size; steps += 1) {
      if (at === upper) return true;
      at = parents.get(at) ?? null;
    }
    return false;
  };
}

/** A few words on both sides of what was found. */
function around(text: string, at: number, length: number): string {
  const from = text.lastIndexOf(' ', Math.max(0, at - CONTEXT)) + 1;
  const end = text.indexOf(' ', at + length + CONTEXT / 2);
  return text.slice(from, end < 0 ? text.length : end);
}

const CONTEXT = 40;
