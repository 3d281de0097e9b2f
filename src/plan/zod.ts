import { z } from 'zod';

// Without this zod compiles its checks with `new Function`, which the content security policy of the add-in forbids. It counts for schemas made after it.
z.config({ jitless: true });

export { z };
