import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';

// jsdom misses what every browser has.
const MISSING = { TextEncoder, TextDecoder, structuredClone: (value: unknown): unknown => deserialize(serialize(value)) };
for (const [name, value] of Object.entries(MISSING)) if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
