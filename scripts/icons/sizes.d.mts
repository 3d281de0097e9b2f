export declare function sizesOf(name: string): readonly number[];
