import type { Place } from '../plan/finding';

/**
 * The figures that a sentence names: `{creditCents}`, `{count:action|actions}`. What is a part of the place ("{node}") needs no figure.
 */
export type FigureName<Sentence extends string> = Exclude<NameIn<Sentence>, keyof Place>;

type NameIn<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}` ? Name : Inside) | NameIn<Rest>
  : never;
