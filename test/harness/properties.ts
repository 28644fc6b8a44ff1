import fc from 'fast-check';

/**
 * Properties are tried on the same values in every run, so that a commit is either sound or not; `SEED=random` (or a
 * number) tries others.
 */
const { SEED = '20261122' } = process.env;

fc.configureGlobal(SEED === 'random' ? {} : { seed: Number(SEED) });

export { fc };
