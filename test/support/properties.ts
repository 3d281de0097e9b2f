import fc from 'fast-check';

/** CI repeats the same cases, so that a green run means the same tomorrow; on a developer's machine each run explores new ones. */
if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_240_131 });
