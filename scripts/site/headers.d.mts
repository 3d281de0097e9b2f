export declare const COMMON_HEADERS: Readonly<Record<string, string>>;
/** The headers of one file of the site; `name` is its path without the first slash. */
export declare function headersOf(name: string): Readonly<Record<string, string>>;
/** The same headers for the usual web servers: names of files, and their text. */
export declare function headerFiles(names: readonly string[]): Readonly<Record<string, string>>;
