interface Validation {
  readonly isValid: boolean;
  readonly status?: number | string;
  readonly report?: {
    readonly status?: string;
    readonly errors?: readonly { readonly title?: string; readonly content?: string; readonly line?: number }[];
  };
}
export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] }
  | { readonly kind: 'unreachable'; readonly reason: string };
export declare function officialVerdict(
  file: string,
  validate?: (file: string) => Promise<Validation>,
): Promise<Verdict>;
