export declare function platformOf(
  name: string,
): { readonly cpu: readonly string[]; readonly os: readonly string[]; readonly libc?: readonly string[] } | null;
export declare function missingOptionals(
  packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>,
): readonly (readonly [owner: string, name: string, version: string])[];
