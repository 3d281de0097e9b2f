interface Layer {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  readonly node?: boolean;
}
export declare const LAYERS: Readonly<Record<string, Layer>>;
export declare const CORE: readonly string[];
export declare const ENTRIES: readonly string[];
