export declare function functionsMarkdown(root: string): string;
export declare function functionsPage(root: string, language: 'nl' | 'en'): string;
