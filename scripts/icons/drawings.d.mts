type Colour = readonly [red: number, green: number, blue: number];
export interface Shape {
  readonly shape: string;
  readonly colour: Colour | null;
}
export declare const BUTTON_COLOURS: readonly Colour[];
export declare const DRAWINGS: Readonly<Record<string, readonly Shape[]>>;
/** Sizes a drawing is made in, in pixels. */
export declare function sizesOf(name: string): readonly number[];
